package io.stagesync.proof;

import io.stagesync.reconcile.Observation;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of a track, base and both sides, by what a decision can tell apart.
 *
 * <p>Every state of the product is counted; of those that look alike one stands for all. A look is
 * a number: what has one number looks alike in the base, in both sides, and in how each side looks
 * to the base, and both to one another where neither still says the base.
 */
final class Looks {
  private final Vocabulary words;
  private final boolean leadSpeaks;
  private final int[] likeSalesforce;
  private final int[] likeHubspot;
  private final boolean[] lostSalesforce;
  private final boolean[] lostHubspot;
  private final int[][] left;
  private final int[][] right;
  private final int[][] atFirstSight;
  private final int[][] across;
  private final boolean[][] unmovedSalesforce;
  private final boolean[][] unmovedHubspot;
  private final long rights;
  private final long acrosses;
  private final Numbers numbers = new Numbers();
  private final List<Alike> all = new ArrayList<>();

  /**
   * States that look alike.
   *
   * @param base one such base, by number; -1: none
   * @param salesforce what Salesforce shows beside it, by place
   * @param hubspot what HubSpot shows beside it, by place
   * @param count how many such states there are
   * @param based how many of them have a base
   */
  record Alike(int base, int salesforce, int hubspot, long count, long based) {}

  /**
   * @param leadSpeaks whether the value of the lead's own field is asked; of a converted lead that
   *     an opportunity speaks for, it is only asked whether there is one
   */
  Looks(Vocabulary words, Likeness likeness, boolean leadSpeaks) {
    this.words = words;
    this.leadSpeaks = leadSpeaks;
    this.likeSalesforce = likeAny(Side.SALESFORCE);
    this.likeHubspot = likeAny(Side.HUBSPOT);
    this.lostSalesforce = lost(Side.SALESFORCE);
    this.lostHubspot = lost(Side.HUBSPOT);
    int bases = words.labels().size() + 1;
    int salesforce = words.shown(Side.SALESFORCE).size();
    int hubspot = words.shown(Side.HUBSPOT).size();
    Map<List<Integer>, Integer> lefts = new HashMap<>();
    Map<List<Integer>, Integer> rightSides = new HashMap<>();
    Map<List<Integer>, Integer> both = new HashMap<>(Map.of(List.of(0), 0));
    this.left = new int[bases][salesforce];
    this.right = new int[bases][hubspot];
    this.atFirstSight = new int[salesforce][hubspot];
    this.across = new int[salesforce][hubspot];
    this.unmovedSalesforce = new boolean[bases][salesforce];
    this.unmovedHubspot = new boolean[bases][hubspot];
    for (int b = 0; b < bases; b++) {
      for (int s = 0; s < salesforce; s++) {
        left[b][s] =
            number(
                lefts,
                likeness.base(b - 1),
                likeness.shown(Side.SALESFORCE, s),
                leadSpeaks ? likeness.fromBase(b - 1, Side.SALESFORCE, s) : 0);
        unmovedSalesforce[b][s] = likeness.unmoved(b - 1, Side.SALESFORCE, s);
      }
      for (int h = 0; h < hubspot; h++) {
        right[b][h] =
            number(
                rightSides,
                likeness.shown(Side.HUBSPOT, h),
                likeness.fromBase(b - 1, Side.HUBSPOT, h));
        unmovedHubspot[b][h] = likeness.unmoved(b - 1, Side.HUBSPOT, h);
      }
    }
    for (int s = 0; s < salesforce; s++) {
      for (int h = 0; h < hubspot; h++) {
        atFirstSight[s][h] = number(both, likeness.across(s, h, true));
        across[s][h] = number(both, likeness.across(s, h, false));
      }
    }
    this.rights = rightSides.size();
    this.acrosses = both.size();
    countAll(bases, salesforce, hubspot);
  }

  private void countAll(int bases, int salesforce, int hubspot) {
    List<long[]> counts = new ArrayList<>();
    int[] values = counts(Side.SALESFORCE);
    int[] others = counts(Side.HUBSPOT);
    for (int base = -1; base < bases - 1; base++) {
      for (int s = 0; s < salesforce; s++) {
        for (int h = 0; h < hubspot; h++) {
          int look = look(base, s, h);
          if (look == all.size()) {
            all.add(new Alike(base, s, h, 0, 0));
            counts.add(new long[2]);
          }
          long count = (long) values[s] * others[h];
          counts.get(look)[0] += count;
          counts.get(look)[1] += base >= 0 ? count : 0;
        }
      }
    }
    for (int look = 0; look < counts.size(); look++) {
      long[] count = counts.get(look);
      Alike first = all.get(look);
      all.set(
          look, new Alike(first.base(), first.salesforce(), first.hubspot(), count[0], count[1]));
    }
  }

  private static int number(Map<List<Integer>, Integer> numbers, Integer... facts) {
    return numbers.computeIfAbsent(List.of(facts), f -> numbers.size());
  }

  boolean leadSpeaks() {
    return leadSpeaks;
  }

  Collection<Alike> all() {
    return all;
  }

  /** How a state looks, from 0. */
  int look(int base, int salesforce, int hubspot) {
    boolean undecidable = lostSalesforce[salesforce] || lostHubspot[hubspot];
    // What is gone or cannot be read decides nothing, whatever else there is.
    int b = undecidable ? 0 : base + 1;
    int s = undecidable || !leadSpeaks ? likeSalesforce[salesforce] : salesforce;
    int h = undecidable ? likeHubspot[hubspot] : hubspot;
    long facts = (left[b][s] * rights + right[b][h]) * acrosses + across(b, s, h);
    return numbers.place(facts);
  }

  /** Where one side still says the base, what both say is one move, and that is known. */
  private int across(int b, int s, int h) {
    if (b == 0) {
      return atFirstSight[s][h];
    }
    return !leadSpeaks || unmovedSalesforce[b][s] || unmovedHubspot[b][h] ? 0 : across[s][h];
  }

  private boolean[] lost(Side side) {
    boolean[] lost = new boolean[words.shown(side).size()];
    for (int place = 0; place < lost.length; place++) {
      Observation.Kind kind = kind(side, place);
      lost[place] =
          words.track().field(side).isPresent()
              && (kind == Observation.Kind.GONE || kind == Observation.Kind.UNREADABLE);
    }
    return lost;
  }

  /** For each place the first that is of the same kind. */
  private int[] likeAny(Side side) {
    int[] first = new int[words.shown(side).size()];
    for (int place = 0; place < first.length; place++) {
      while (kind(side, first[place]) != kind(side, place)) {
        first[place]++;
      }
    }
    return first;
  }

  private Observation.Kind kind(Side side, int place) {
    return words.shown(side).get(place).meaning().kind();
  }

  private int[] counts(Side side) {
    return words.shown(side).stream().mapToInt(Shown::count).toArray();
  }
}
