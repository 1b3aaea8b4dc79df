package io.stagesync.reconcile;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Who wins when the two sides say different things and neither can be called the older one. */
final class ConflictRules {
  /** By how much the clocks of the two CRMs may differ; closer than that, nobody was later. */
  static final Duration SKEW = Duration.ofSeconds(5);

  private ConflictRules() {}

  /** The winner, or why there is none. */
  record Ruling(Optional<Side> winner, Reason reason, String words, boolean wantsHistory) {
    static Ruling won(Side side, String words) {
      return new Ruling(Optional.of(side), Reason.WON, words, false);
    }

    static Ruling none(Reason reason, String words) {
      return new Ruling(Optional.empty(), reason, words, false);
    }
  }

  static Ruling rule(TrackCase c, ConflictRule rule, Label salesforce, Label hubspot) {
    // In a one-way track there is one who leads, and nothing to rule.
    for (Side side : Side.BOTH) {
      if (!c.track().direction().writes(side)) {
        return Ruling.won(side, "the track leads from " + side.displayName());
      }
    }
    return switch (rule) {
      case SALESFORCE_WINS -> Ruling.won(Side.SALESFORCE, "salesforce-wins");
      case HUBSPOT_WINS -> Ruling.won(Side.HUBSPOT, "hubspot-wins");
      case LATEST_WINS -> latest(c);
      case FURTHEST_WINS -> furthest(c, salesforce, hubspot);
      case REVIEW -> Ruling.none(Reason.CONFLICT, "The file says that a person chooses.");
    };
  }

  /**
   * The side that certainly changed last. Certain is only what lies apart by more than the clocks
   * may differ; an interval that might hold the other moment proves nothing. Our own clock takes no
   * part: it measures when we looked.
   */
  private static Ruling latest(TrackCase c) {
    Optional<ChangeWindow> salesforce = changed(c, Side.SALESFORCE);
    Optional<ChangeWindow> hubspot = changed(c, Side.HUBSPOT);
    if (salesforce.isPresent() && hubspot.isPresent()) {
      if (after(salesforce.get(), hubspot.get())) {
        return Ruling.won(Side.SALESFORCE, "latest-wins");
      }
      if (after(hubspot.get(), salesforce.get())) {
        return Ruling.won(Side.HUBSPOT, "latest-wins");
      }
    }
    boolean more = wantsHistory(c, Side.SALESFORCE) || wantsHistory(c, Side.HUBSPOT);
    return new Ruling(
        Optional.empty(), Reason.CONFLICT, "Nothing says for certain which came last.", more);
  }

  private static Optional<ChangeWindow> changed(TrackCase c, Side side) {
    return OurClear.effective(c.view(), side).changed();
  }

  private static boolean after(ChangeWindow later, ChangeWindow earlier) {
    return !later.notBefore().isBefore(earlier.notAfter().plus(SKEW));
  }

  private static boolean wantsHistory(TrackCase c, Side side) {
    return c.field(side).filter(FieldCatalog::keepsHistory).isPresent()
        && changed(c, side).filter(ChangeWindow::exact).isEmpty();
  }

  /**
   * The side that is further along, unless somebody went back. A declared way back is a decision
   * against the higher rank; to let the higher rank win then would undo it every time.
   */
  private static Ruling furthest(TrackCase c, Label salesforce, Label hubspot) {
    for (Label moved : new Label[] {salesforce, hubspot}) {
      if (c.baseLabel().filter(b -> !c.track().waysBack(b, moved).isEmpty()).isPresent()) {
        return Ruling.none(
            Reason.CONFLICT_RECYCLED,
            "One side went back to " + moved + " along a declared way, so rank is no evidence.");
      }
    }
    Optional<Label> further = c.track().furthest(salesforce, hubspot);
    return further
        .map(
            f -> Ruling.won(f.equals(salesforce) ? Side.SALESFORCE : Side.HUBSPOT, "furthest-wins"))
        .orElseGet(() -> Ruling.none(Reason.CONFLICT, neither(c, salesforce, hubspot)));
  }

  private static String neither(TrackCase c, Label salesforce, Label hubspot) {
    boolean parted =
        Stream.of(salesforce, hubspot)
                .flatMap(l -> c.track().label(l).flatMap(LabelMapping::branch).stream())
                .distinct()
                .count()
            == 2;
    return parted
        ? salesforce + " and " + hubspot + " lie on different branches, so neither is further."
        : "Neither label is further than the other.";
  }
}
