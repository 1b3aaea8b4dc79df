package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the file says of one label.
 *
 * @param label its name
 * @param rank how far along it is; empty in a track without order
 * @param branch the branch that it lies on; empty: it lies on every way
 * @param words its words on each side; both sides are present, {@link Words#none()} where it has no
 *     word
 * @param variants for record types with a lead process of their own, the words written there (on
 *     reading they come before the general ones)
 * @param owner the team that may enter it; empty: any
 * @param requires the track of a field that has to be filled when this label is written
 * @param companionDefault the label of {@code requires} that is supplied where neither side has one
 * @param fromOpportunity whether after conversion the label comes from the opportunity
 * @param criteria what other tracks have to show when a person enters or leaves it
 * @param counting how people who are at it, or enter it, are counted
 * @param guide what people say about it
 */
public record LabelMapping(
    Label label,
    Optional<Integer> rank,
    Optional<Branch> branch,
    Map<Side, Words> words,
    Map<RecordType, Map<Side, Words>> variants,
    Optional<Team> owner,
    Optional<Track> requires,
    Optional<Label> companionDefault,
    boolean fromOpportunity,
    Criteria criteria,
    Counting counting,
    Guide guide) {
  public LabelMapping {
    words = Map.copyOf(words);
    variants = Map.copyOf(variants);
  }

  /** How a side says it, whatever the record type. */
  public Words words(Side side) {
    return words.getOrDefault(side, Words.none());
  }

  /** How a side says it for a record type with words of its own; empty: as in general. */
  public Optional<Words> words(Side side, RecordType type) {
    return Optional.ofNullable(variants.get(type)).map(variant -> variant.get(side));
  }

  /** How a side says it: in general, then for each record type that has words of its own. */
  public List<Words> allWords(Side side) {
    var all = new ArrayList<Words>(List.of(words(side)));
    new TreeMap<>(variants).values().forEach(v -> all.add(v.getOrDefault(side, Words.none())));
    return all;
  }

  /** Every raw value by which a side says it, for whatever record type, the general ones first. */
  public List<RawValue> values(Side side) {
    return allWords(side).stream().flatMap(said -> said.values().stream()).distinct().toList();
  }

  /** Whether a side has a word of its own for it, if only for some record type. */
  public boolean hasWord(Side side) {
    return allWords(side).stream().anyMatch(said -> said.kind() == Words.Kind.OWN);
  }

  /**
   * Whether it goes by this name among people: its own or one of its aliases, whatever their case,
   * blanks and hyphens. For messages and pages only, never for decisions.
   */
  public boolean isCalled(String name) {
    return isNamed(name)
        || guide.aliases().stream().anyMatch(known -> plain(known).equals(plain(name)));
  }

  /** The same for its own name alone. */
  public boolean isNamed(String name) {
    return plain(label.name()).equals(plain(name));
  }

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

  /** A name without what people write one way or another. */
  static String plain(String name) {
    return BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /**
   * For people, without effect on any decision; blank where the file says nothing.
   *
   * @param means what the label means
   * @param enteredWhen what makes a person enter it
   * @param nextAction what to do next with a person who is here
   * @param onIntroduce what became of people in progress when the label was introduced
   * @param aliases other names under which people know the label
   */
  public record Guide(
      String means,
      String enteredWhen,
      String nextAction,
      String onIntroduce,
      List<String> aliases) {
    public Guide {
      aliases = List.copyOf(aliases);
    }

    /** What is usually said. */
    public Guide(String means, String enteredWhen, String nextAction) {
      this(means, enteredWhen, nextAction, "", List.of());
    }
  }

  /**
   * How people are counted.
   *
   * @param inPipeline whether people who are at the label belong to the pipeline that reports count
   * @param sideEffects what a CRM does when people enter it; empty: nothing that needs a cap
   */
  public record Counting(boolean inPipeline, Optional<SideEffects> sideEffects) {
    /** What a label counts like where the file says nothing. */
    public static final Counting USUAL = new Counting(true, Optional.empty());
  }
}
