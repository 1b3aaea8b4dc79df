package io.stagesync.proof;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a track's states stand to what other tracks ask of it, as numbers: a first, quick look at
 * every base and every value of both sides. States of one number are alike to the others.
 *
 * <p>What a state is decided to is known from those that look like it, under other names: the label
 * that the base has, or that a side says, stands in the same place of its family.
 */
final class Stands {
  /** From here on are the numbers of states that stay as they are, and nothing else is so small. */
  private static final long STILL = Long.MIN_VALUE / 2;

  private final Asked asked;
  private final boolean lookedAt;
  private final boolean floored;
  private final Vocabulary words;
  private final Families families;
  private final boolean leadSpeaks;
  private final Map<Object, Integer> numbers = new HashMap<>();

  /** For each label everything that others ask of it, and where it is to what rules lead to. */
  private final int[] labels;

  private final int[] ranks;
  private final int[] earlier;
  private final boolean[][] ways;

  /** For each two labels whether a rank falls from one to the other, where others ask that. */
  private final boolean[][] falls;

  private final OfSide salesforce;
  private final OfSide hubspot;
  private final long radix;

  /** For each label where it is to what rules lead to, as one small number. */
  private final int[] places;

  private final int placeCount;

  /**
   * For each value of a side, by place.
   *
   * @param says the label that it says, read alone; -1: none
   * @param named which labels it can mean of those that others name
   * @param means for each label whether it can mean it
   */
  private record OfSide(int[] says, int[] named, boolean[][] means) {}

  /**
   * What was decided of states that look alike.
   *
   * @param place in which place of a state the family of the label stands to which it is decided:
   *     the base's, Salesforce's, HubSpot's; -1: none of them
   * @param index the label's place in its family; where it is in none of these the label's number
   * @param still whether no more is seen of it
   * @param half whether it matters what both sides say, by themselves
   * @param halfWhereApart whether that matters where they mean other labels of those that are named
   */
  record Pattern(
      Own own,
      int number,
      int place,
      int index,
      boolean still,
      boolean half,
      boolean halfWhereApart) {}

  /**
   * @param leadSpeaks whether what is decided may be what Salesforce's own field says
   */
  Stands(Asked asked, Vocabulary words, boolean leadSpeaks) {
    this.leadSpeaks = leadSpeaks;
    this.asked = asked;
    this.lookedAt = asked.isLookedAt();
    this.floored = !asked.floors().isEmpty();
    this.words = words;
    this.families = new Families(words);
    int size = words.labels().size();
    this.labels = new int[size + 1];
    this.ranks = new int[size + 1];
    this.earlier = new int[size];
    this.ways = new boolean[size][size];
    this.falls = new boolean[size][size];
    for (int from = 0; from < size; from++) {
      Label label = words.labels().get(from);
      labels[from + 1] =
          number(
              List.of(
                  "label",
                  asked.of(words.track().labels().get(from)),
                  supplied(label),
                  written(label)));
      ranks[from + 1] = number(List.of("rank", asked.isDriven() ? asked.rank(label) : ""));
      earlier[from] = number(List.of("ran", asked.ran(label)));
      for (int to = 0; to < size; to++) {
        Label other = words.labels().get(to);
        ways[from][to] = !words.track().waysBack(label, other).isEmpty();
        falls[from][to] = asked.isCompanion() && words.track().backward(label, other);
      }
    }
    this.salesforce = of(Side.SALESFORCE);
    this.hubspot = of(Side.HUBSPOT);
    this.radix = numbers.size() + 1L;
    Map<Object, Integer> distinct = new HashMap<>(Map.of("none", 0));
    this.places = new int[size + 1];
    for (int from = 0; from < size; from++) {
      Object rank = asked.rank(words.labels().get(from));
      places[from + 1] = distinct.computeIfAbsent(rank, r -> distinct.size());
    }
    this.placeCount = distinct.size();
  }

  private int number(Object facts) {
    return numbers.computeIfAbsent(facts, f -> numbers.size() + 1);
  }

  private OfSide of(Side side) {
    int size = words.shown(side).size();
    OfSide of = new OfSide(new int[size], new int[size], new boolean[size][words.labels().size()]);
    for (int place = 0; place < size; place++) {
      Shown.Meaning meaning = words.shown(side).get(place).meaning();
      Set<Label> named = new LinkedHashSet<>(asked.named());
      named.retainAll(meaning.labels());
      of.named[place] = number(List.of("means", named, looked(meaning), meaning.order()));
      of.says[place] = meaning.own().map(words::number).orElse(-1);
      for (Label label : meaning.labels()) {
        of.means[place][words.number(label)] = true;
      }
    }
    return of;
  }

  /** What others see that look at a side, whatever is decided. */
  private List<Object> looked(Shown.Meaning meaning) {
    return lookedAt
        ? List.of(meaning.kind(), meaning.ignored(), meaning.labels().isEmpty())
        : List.of();
  }

  /** On which sides a label can be supplied. */
  private List<Side> supplied(Label label) {
    return asked.isCompanion()
        ? Side.BOTH.stream().filter(s -> !words.table(s).written(label).isEmpty()).toList()
        : List.of();
  }

  /** What each side means that shows what is written for a label, of what others ask about. */
  private List<Object> written(Label label) {
    List<Object> written = new ArrayList<>();
    for (Side side : Side.BOTH) {
      Set<Label> means =
          new LinkedHashSet<>(
              words.table(side).meanings(words.table(side).written(label).stream().findFirst()));
      written.add(means.contains(label));
      means.retainAll(asked.named());
      written.add(means);
    }
    return written;
  }

  Pattern pattern(Own own, int number) {
    Reason reason = own.reason();
    boolean half =
        lookedAt || reason == Reason.BLANK_SETTLES || (asked.criteria() && judged(reason));
    boolean apart = reason.doubtsAMove() || reason == Reason.CORRECTED || mayBeHeld(reason);
    int to = own.to().map(words::number).orElse(-1);
    int place = to < 0 ? -1 : place(own, families.of(to));
    int index = place < 0 ? to : families.labels(families.of(to)).indexOf(to);
    return new Pattern(own, number, place, index, isStill(reason), half, apart);
  }

  /** In which place of a state a family stands. */
  private int place(Own own, int family) {
    if (families.of(own.view().base().map(Base::label).map(words::number).orElse(-1)) == family) {
      return 0;
    }
    int s = words.place(Side.SALESFORCE, own.view().salesforce());
    if (leadSpeaks && families.of(Side.SALESFORCE, s) == family) {
      return 1;
    }
    int h = words.place(Side.HUBSPOT, own.view().hubspot());
    return families.of(Side.HUBSPOT, h) == family ? 2 : -1;
  }

  /** Where a label stands to what rules lead to; 0: there is none. */
  int rank(Optional<Label> label) {
    return places[label.map(words::number).orElse(-1) + 1];
  }

  /** How a state stands; all of one number are alike to the others. */
  long of(Pattern pattern, int base, int s, int h) {
    if (pattern.still()) {
      return STILL
          + ((long) pattern.number() * radix + salesforce.named[s]) * radix
          + hubspot.named[h];
    }
    int to = to(pattern, base, s, h);
    int saysSalesforce = says(salesforce, base, s);
    int saysHubspot = says(hubspot, base, h);
    boolean corrected = pattern.own().reason() == Reason.CORRECTED;
    // A blank beside a refused move is set back first, and the move is looked at again.
    boolean half =
        pattern.half()
            || (pattern.halfWhereApart() && salesforce.named[s] != hubspot.named[h])
            || (corrected && (saysSalesforce < 0 || saysHubspot < 0));
    boolean based = half || corrected || asked.criteria();
    long stand = pattern.number();
    stand = stand * radix + labels[to + 1];
    stand = stand * radix + salesforce.named[s];
    stand = stand * radix + hubspot.named[h];
    stand = stand * radix + (based ? labels[base + 1] : ranks[base + 1]);
    stand = stand * placeCount + places[saysSalesforce + 1];
    stand = stand * placeCount + places[saysHubspot + 1];
    stand = stand * 4 + way(base, to) * 2 + (base == to ? 1 : 0);
    stand = stand * 4 + means(salesforce, s, base) * 2 + means(hubspot, h, base);
    if (!half) {
      return stand;
    }
    // The label that it comes to is the next base, and a side is read by that one then.
    long next = corrected || floored ? sides(to, says(salesforce, to, s), says(hubspot, to, h)) : 0;
    return -1 - number(List.of(stand, sides(base, saysSalesforce, saysHubspot), next));
  }

  /**
   * Whether nobody sees more of such a state than that nothing is decided, and no rule moves it
   * whichever label they last ran for.
   */
  boolean isStill(Reason reason) {
    return switch (reason.outcome()) {
      case AGREED, PUSHED, CONFLICT -> false;
      case HELD, SKIPPED, REFUSED, FAILED ->
          !lookedAt
              && !asked.criteria()
              && !reason.doubtsAMove()
              && reason != Reason.BLANK_SETTLES
              // Both sides agree all the same; only the word is old.
              && reason != Reason.MAPPING_CHANGED;
    };
  }

  /** Whether a rule may find such a push held for want of what its label requires. */
  private boolean mayBeHeld(Reason reason) {
    return asked.requires() && asked.isDriven() && reason.outcome() == Outcome.PUSHED;
  }

  /** Whether criteria are asked about such a move. */
  private static boolean judged(Reason reason) {
    return reason == Reason.MOVED || reason == Reason.WON || reason == Reason.LED_BY_HUBSPOT;
  }

  /** How what both sides say stands, as one number. */
  private long sides(int base, int saysSalesforce, int saysHubspot) {
    long sides = labels[saysSalesforce + 1] * radix + labels[saysHubspot + 1];
    sides = sides * 4 + way(base, saysSalesforce) * 2 + way(base, saysHubspot);
    return sides * 4 + fall(base, saysSalesforce) * 2 + fall(base, saysHubspot);
  }

  /**
   * One label for each way in which it can matter to what comes which one rules last ran for: that
   * it is one to which the track comes, or that a way leads back from it.
   *
   * @param come the labels to which the track comes; empty: none
   * @param others the others from which it may be led on; empty: none
   * @return by way, in the order of the file
   */
  Map<Long, Label> ran(List<Optional<Label>> come, List<Optional<Label>> others) {
    int[] to = numbers(come);
    int[] on = numbers(others);
    Map<Long, Label> distinct = new LinkedHashMap<>();
    for (int from = 0; from < ways.length; from++) {
      long way = earlier[from];
      for (int label : to) {
        way = way * 3 + (label == from ? 2 : way(from, label));
      }
      for (int label : on) {
        way = way * 2 + way(from, label);
      }
      distinct.putIfAbsent(way, words.labels().get(from));
    }
    return distinct;
  }

  private int[] numbers(List<Optional<Label>> some) {
    int[] numbers = new int[some.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = some.get(i).isEmpty() ? -1 : words.number(some.get(i).get());
    }
    return numbers;
  }

  private int to(Pattern pattern, int base, int s, int h) {
    int family =
        switch (pattern.place()) {
          case 0 -> families.of(base);
          case 1 -> families.of(Side.SALESFORCE, s);
          case 2 -> families.of(Side.HUBSPOT, h);
          default -> -1;
        };
    return family < 0 ? pattern.index() : families.labels(family).get(pattern.index());
  }

  private static int says(OfSide side, int base, int place) {
    return base >= 0 && side.means[place][base] ? base : side.says[place];
  }

  private static long means(OfSide side, int place, int base) {
    return base >= 0 && side.means[place][base] ? 1 : 0;
  }

  private long way(int from, int to) {
    return from >= 0 && to >= 0 && ways[from][to] ? 1 : 0;
  }

  private long fall(int from, int to) {
    return from >= 0 && to >= 0 && falls[from][to] ? 1 : 0;
  }

  /** How a track moves by itself. */
  List<Object> kind(Own own) {
    List<Object> kind = new ArrayList<>();
    boolean doubted = own.reason().doubtsAMove() && !lookedAt && !asked.criteria();
    kind.add(doubted && !asked.requires() ? "doubted" : own.reason());
    kind.add(own.to().isPresent());
    own.writes().forEach(w -> kind.add(List.of(w.side(), w.value().isPresent())));
    kind.add(own.view().memory().blankSeenInRun() > 0);
    return kind;
  }
}
