package io.stagesync.reconcile;

import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * One track of a pair as it stands before a decision.
 *
 * @param base what both sides last agreed on; empty at first sight
 * @param salesforce what Salesforce shows; {@code UNREADABLE} also where the track has no field
 *     there
 * @param hubspot what HubSpot shows
 * @param memory what is remembered beside the base
 */
public record TrackView(
    Optional<Base> base, Observation salesforce, Observation hubspot, Memory memory) {

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TrackView view
            && base.equals(view.base)
            && salesforce.equals(view.salesforce)
            && hubspot.equals(view.hubspot)
            && memory.equals(view.memory));
  }

  /** By what tells views apart nearly always. */
  @Override
  public int hashCode() {
    int agreed = 0;
    if (base.isPresent()) {
      agreed = 31 * base.get().label().hashCode() + base.get().rulesRanFor().hashCode();
    }
    int shown = 31 * salesforce.value().hashCode() + hubspot.value().hashCode();
    return 31 * (31 * agreed + shown) + Long.hashCode(memory.blankSeenInRun());
  }

  /** What a side shows. */
  public Observation on(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }
}
