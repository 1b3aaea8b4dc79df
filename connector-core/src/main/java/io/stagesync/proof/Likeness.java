package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Team;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How bases and values look to a decision, as numbers: what has one number looks alike.
 *
 * <p>A state names three families at most, the base's and those of both values. Of a family a
 * decision sees which of its values mean which of its labels, what can be written for each label,
 * whether the side that says a label may enter it, and how it stands to the few labels that the
 * file names for the whole track. Of two families it sees the moves between them. Nothing else of
 * the track takes part, so states that look alike are decided alike, under other names.
 */
final class Likeness {
  /** In which place of a state a family stands. */
  private enum Role {
    BASE,
    SALESFORCE,
    HUBSPOT
  }

  private final Vocabulary words;
  private final Optional<RecordType> type;
  private final Families families;
  private final Relations relations;
  private final List<Integer> named;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final int[] bases;
  private final Map<Side, int[]> shown;
  private final Map<Side, int[][]> fromBase;
  private final int[][] across;

  /**
   * @param named labels that the file names for the whole track
   */
  Likeness(Vocabulary words, Map<Team, Side> teams, Optional<RecordType> type, List<Label> named) {
    this.words = words;
    this.type = type;
    this.families = new Families(words);
    this.relations = new Relations(words.track(), teams, numbers);
    this.named = named.stream().map(words::number).filter(n -> n >= 0).toList();
    this.bases = new int[words.labels().size()];
    this.shown =
        Map.of(
            Side.SALESFORCE, new int[words.shown(Side.SALESFORCE).size()],
            Side.HUBSPOT, new int[words.shown(Side.HUBSPOT).size()]);
    for (int f = 0; f < families.count(); f++) {
      number(f);
    }
    for (Side side : Side.BOTH) {
      numberTheRest(side);
    }
    this.fromBase =
        Map.of(Side.SALESFORCE, toward(Side.SALESFORCE), Side.HUBSPOT, toward(Side.HUBSPOT));
    this.across = new int[families.count()][families.count()];
    for (int f = 0; f < across.length; f++) {
      for (int g = 0; g < across.length; g++) {
        across[f][g] = 1 + number(List.of(both(f, g)));
      }
    }
  }

  Families families() {
    return families;
  }

  /** How a base looks; 0: none. */
  int base(int label) {
    return label < 0 ? 0 : bases[label];
  }

  /** How something that a side shows looks. */
  int shown(Side side, int place) {
    return Objects.requireNonNull(shown.get(side))[place];
  }

  /** How a side's move away from the base looks; 0 where one is missing, -1 inside of a family. */
  int fromBase(int base, Side side, int place) {
    int f = families.of(base);
    int g = families.of(side, place);
    return f < 0 || g < 0 ? 0 : f == g ? -1 : Objects.requireNonNull(fromBase.get(side))[f][g];
  }

  /** How both sides look to one another; 0 where one is missing, -1 inside of a family. */
  int across(int salesforce, int hubspot) {
    int f = families.of(Side.SALESFORCE, salesforce);
    int g = families.of(Side.HUBSPOT, hubspot);
    return f < 0 || g < 0 ? 0 : f == g ? -1 : across[f][g];
  }

  private int[][] toward(Side side) {
    int[][] all = new int[families.count()][families.count()];
    for (int f = 0; f < all.length; f++) {
      for (int g = 0; g < all.length; g++) {
        all[f][g] = 1 + number(moves(f, g, side));
      }
    }
    return all;
  }

  /** Salesforce's labels as HubSpot would overwrite them, and the other way round. */
  private List<Object> both(int salesforce, int hubspot) {
    return List.of(
        moves(salesforce, hubspot, Side.HUBSPOT), moves(hubspot, salesforce, Side.SALESFORCE));
  }

  private List<Integer> moves(int from, int to, Side by) {
    List<Integer> facts = new ArrayList<>();
    for (int a : families.labels(from)) {
      for (int b : families.labels(to)) {
        facts.add(relations.move(a, b, by));
      }
    }
    return facts;
  }

  private void number(int f) {
    List<Integer> labels = families.labels(f);
    int looks = number(looks(f, Role.BASE));
    for (int i = 0; i < labels.size(); i++) {
      bases[labels.get(i)] = 1 + number(List.of(looks, i));
    }
    for (Side side : Side.BOTH) {
      int said = number(looks(f, side == Side.SALESFORCE ? Role.SALESFORCE : Role.HUBSPOT));
      List<Integer> places = families.values(f, side);
      for (int i = 0; i < places.size(); i++) {
        Objects.requireNonNull(shown.get(side))[places.get(i)] = 1 + number(List.of(side, said, i));
      }
    }
  }

  private void numberTheRest(Side side) {
    for (int place = 0; place < words.shown(side).size(); place++) {
      if (families.of(side, place) < 0) {
        Shown.Meaning m = words.shown(side).get(place).meaning();
        Objects.requireNonNull(shown.get(side))[place] =
            1
                + number(
                    List.of(m.kind(), m.ignored(), m.convertedStatus(), m.replaced(), m.order()));
      }
    }
  }

  /** Everything that a decision sees of a family in one place of a state. */
  private List<Object> looks(int f, Role role) {
    List<Integer> labels = families.labels(f);
    List<Object> facts = new ArrayList<>(List.of(role));
    for (int label : labels) {
      facts.add(label(words.track().labels().get(label), f, role));
    }
    if (labels.size() > 1) {
      // Inside of a family any label may be the base, and any the one that a side says.
      facts.add(both(f, f));
    }
    for (Side side : Side.BOTH) {
      for (int place : families.values(f, side)) {
        Shown.Meaning m = words.shown(side).get(place).meaning();
        facts.add(
            List.of(
                side,
                m.labels().stream().map(l -> labels.indexOf(words.number(l))).toList(),
                m.own().map(l -> labels.indexOf(words.number(l))).orElse(-1),
                m.ignored(),
                m.convertedStatus(),
                m.replaced(),
                m.order()));
      }
    }
    for (int n : named) {
      int g = families.of(n);
      facts.add(List.of(labels.indexOf(n), both(f, g), both(g, f)));
    }
    return facts;
  }

  private List<Object> label(LabelMapping label, int f, Role role) {
    List<Object> facts = new ArrayList<>();
    boolean alone = families.labels(f).size() == 1;
    if (!alone || role == Role.SALESFORCE) {
      facts.add(relations.sits(label.owner(), Side.SALESFORCE));
    }
    if (!alone || role == Role.HUBSPOT) {
      facts.add(relations.sits(label.owner(), Side.HUBSPOT));
      facts.add(label.fromOpportunity());
    }
    for (Side side : Side.BOTH) {
      facts.add(words.table(side).meanings(Optional.empty()).contains(label.label()));
      facts.add(written(label.label(), f, side));
    }
    return facts;
  }

  /** What is written for a label: the first word that the side takes, or why there is none. */
  private List<Object> written(Label label, int f, Side side) {
    List<RawValue> said = words.table(side).written(label);
    List<Integer> taken =
        said.stream()
            .filter(value -> words.field(side).filter(c -> takes(c, value)).isPresent())
            .map(value -> families.values(f, side).indexOf(words.place(side, value)))
            .toList();
    // Where a value can be too far back to be written, the next one may be tried.
    boolean all = words.field(side).filter(c -> c.forwardOnly() && !c.clearable()).isPresent();
    return List.of(said.isEmpty(), all ? taken : taken.stream().findFirst());
  }

  private boolean takes(FieldCatalog field, RawValue value) {
    return field.knows(value)
        && type.flatMap(t -> Optional.ofNullable(field.offered().get(t)))
            .map(offered -> offered.contains(value))
            .orElse(true);
  }

  private int number(Object facts) {
    return numbers.computeIfAbsent(facts, f -> numbers.size());
  }
}
