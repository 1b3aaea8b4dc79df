package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * and how it stands to the few labels that the file names for the whole track. Then it sees the
 * moves: from the base to what each side says, and where neither says the base any more, between
 * what both say. Nothing else of the track takes part, so states that look alike are decided alike,
 * under other names.
 */
final class Likeness {
  private final Vocabulary words;
  private final Families families;
  private final Relations relations;
  private final List<Integer> named;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final int[] bases;
  private final Map<Side, int[]> shown;

  /** What each value says where it does not say the base, by number; -1: nothing. */
  private final Map<Side, int[]> own = new EnumMap<>(Side.class);

  /**
   * @param named labels that the file names for the whole track
   */
  Likeness(Vocabulary words, Relations relations, List<Label> named) {
    this.words = words;
    this.families = new Families(words);
    this.relations = relations;
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
    for (Side side : Side.BOTH) {
      own.put(side, words.shown(side).stream().mapToInt(this::own).toArray());
    }
  }

  /** How a base looks; 0: none. */
  int base(int label) {
    return label < 0 ? 0 : bases[label];
  }

  /** How something that a side shows looks. */
  int shown(Side side, int place) {
    return Objects.requireNonNull(shown.get(side))[place];
  }

  /** Whether a side still says what the base does. */
  boolean unmoved(int base, Side side, int place) {
    return base >= 0
        && words.shown(side).get(place).meaning().labels().contains(words.labels().get(base));
  }

  /**
   * How a side's move away from the base looks; where there is no base, how a first word looks. Not
   * negative; even, but where the side stays in the base's family.
   */
  int fromBase(int base, Side side, int place) {
    int together = together(families.of(base), families.of(side, place));
    int to = own(side, place);
    if (to < 0 || unmoved(base, side, place)) {
      return together;
    }
    int move = base < 0 ? 0 : relations.move(base, to, side);
    boolean fromOpportunity = words.track().labels().get(to).fromOpportunity();
    int look =
        4 * move
            + (relations.enters(to, side) ? 2 : 0)
            + (side == Side.HUBSPOT && fromOpportunity ? 1 : 0);
    return 2 + 2 * look + together;
  }

  /**
   * How both sides look to one another, each with its own word in the other's place. Not negative;
   * even, but where both are of one family.
   *
   * @param first whether there is no base, so that this is the move that is judged
   */
  int across(int salesforce, int hubspot, boolean first) {
    int together =
        together(families.of(Side.SALESFORCE, salesforce), families.of(Side.HUBSPOT, hubspot));
    int one = own(Side.SALESFORCE, salesforce);
    int other = own(Side.HUBSPOT, hubspot);
    if (one < 0 || other < 0) {
      return together;
    }
    List<Integer> moves =
        first
            ? List.of(
                relations.move(one, other, Side.HUBSPOT),
                relations.move(other, one, Side.SALESFORCE))
            : List.of(relations.overwritten(one, other), relations.overwritten(other, one));
    return 2 + 2 * number(moves) + together;
  }

  private static int together(int f, int g) {
    return f >= 0 && f == g ? 1 : 0;
  }

  private int own(Side side, int place) {
    return Objects.requireNonNull(own.get(side))[place];
  }

  private int own(Shown shown) {
    return shown.meaning().own().map(words::number).orElse(-1);
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
    int looks = number(looks(f));
    for (int i = 0; i < labels.size(); i++) {
      bases[labels.get(i)] = 1 + number(List.of(looks, i));
    }
    for (Side side : Side.BOTH) {
      List<Integer> places = families.values(f, side);
      for (int i = 0; i < places.size(); i++) {
        Objects.requireNonNull(shown.get(side))[places.get(i)] =
            1 + number(List.of(side, looks, i));
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

  /** Everything that a decision sees of a family, but for moves to its labels. */
  private List<Object> looks(int f) {
    List<Integer> labels = families.labels(f);
    List<Object> facts = new ArrayList<>();
    for (int label : labels) {
      facts.add(label(words.track().labels().get(label), f));
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

  private List<Object> label(LabelMapping label, int f) {
    List<Object> facts = new ArrayList<>();
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
        && words
            .type()
            .flatMap(t -> Optional.ofNullable(field.offered().get(t)))
            .map(offered -> offered.contains(value))
            .orElse(true);
  }

  private int number(Object facts) {
    return numbers.computeIfAbsent(facts, f -> numbers.size());
  }
}
