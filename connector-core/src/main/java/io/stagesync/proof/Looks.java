package io.stagesync.proof;

import io.stagesync.reconcile.Observation;
import io.stagesync.vocabulary.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The states of a track, base and both sides, by what a decision can tell apart.
 *
 * <p>Every state of the product is counted; of those that look alike one stands for all.
 */
final class Looks {
  private final Vocabulary words;
  private final Likeness likeness;
  private final boolean leadSpeaks;
  private final Map<Look, Alike> all = new LinkedHashMap<>();

  /** How a state looks: the base, both sides, and how each two of them look to one another. */
  record Look(int base, int salesforce, int hubspot, int toSalesforce, int toHubSpot, int across) {}

  /**
   * States that look alike.
   *
   * @param base one such base, by number; -1: none
   * @param salesforce what Salesforce shows beside it, by place
   * @param hubspot what HubSpot shows beside it, by place
   * @param count how many such states there are
   * @param based how many of them have a base
   */
  record Alike(int base, int salesforce, int hubspot, long count, long based) {
    Alike and(long more, boolean withBase) {
      return new Alike(base, salesforce, hubspot, count + more, based + (withBase ? more : 0));
    }
  }

  /**
   * @param leadSpeaks whether the value of the lead's own field is asked; of a converted lead that
   *     an opportunity speaks for, it is only asked whether there is one
   */
  Looks(Vocabulary words, Likeness likeness, boolean leadSpeaks) {
    this.words = words;
    this.likeness = likeness;
    this.leadSpeaks = leadSpeaks;
    for (int base = -1; base < words.labels().size(); base++) {
      for (int s = 0; s < words.shown(Side.SALESFORCE).size(); s++) {
        for (int h = 0; h < words.shown(Side.HUBSPOT).size(); h++) {
          long count = (long) count(Side.SALESFORCE, s) * count(Side.HUBSPOT, h);
          Look look = look(base, s, h);
          Alike before = all.getOrDefault(look, new Alike(base, s, h, 0, 0));
          all.put(look, before.and(count, base >= 0));
        }
      }
    }
  }

  Collection<Alike> all() {
    return all.values();
  }

  Look look(int base, int salesforce, int hubspot) {
    if (isUndecidable(Side.SALESFORCE, salesforce) || isUndecidable(Side.HUBSPOT, hubspot)) {
      int s = likeness.shown(Side.SALESFORCE, likeAny(Side.SALESFORCE, salesforce));
      return new Look(0, s, likeness.shown(Side.HUBSPOT, likeAny(Side.HUBSPOT, hubspot)), 0, 0, 0);
    }
    return decidable(base, leadSpeaks ? salesforce : likeAny(Side.SALESFORCE, salesforce), hubspot);
  }

  /** What is gone or cannot be read decides nothing, whatever else there is. */
  private boolean isUndecidable(Side side, int place) {
    Observation.Kind kind = kind(side, place);
    boolean lost = kind == Observation.Kind.GONE || kind == Observation.Kind.UNREADABLE;
    return lost && words.track().field(side).isPresent();
  }

  /** The first that is of the same kind. */
  private int likeAny(Side side, int place) {
    int first = 0;
    while (kind(side, first) != kind(side, place)) {
      first++;
    }
    return first;
  }

  private Observation.Kind kind(Side side, int place) {
    return words.shown(side).get(place).meaning().kind();
  }

  private Look decidable(int base, int salesforce, int hubspot) {
    return new Look(
        likeness.base(base),
        likeness.shown(Side.SALESFORCE, salesforce),
        likeness.shown(Side.HUBSPOT, hubspot),
        likeness.fromBase(base, Side.SALESFORCE, salesforce),
        likeness.fromBase(base, Side.HUBSPOT, hubspot),
        likeness.across(salesforce, hubspot));
  }

  private int count(Side side, int place) {
    return words.shown(side).get(place).count();
  }
}
