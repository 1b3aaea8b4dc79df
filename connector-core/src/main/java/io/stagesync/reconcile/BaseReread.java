package io.stagesync.reconcile;

import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A base in the words of today's mapping.
 *
 * <p>A changed mapping is not changed data. The base remembers the two raw values of its moment, so
 * after a change of the mapping they are read again: if they still agree, what they agree on is the
 * base, silently, and nobody who renames a label causes a single write.
 */
final class BaseReread {
  private BaseReread() {}

  /** The base in today's words; empty where its two raw values no longer agree. */
  static Optional<Base> of(TrackMapping track, Catalogs catalogs, PairView pair, Base base) {
    if (base.fingerprint().equals(track.fingerprint())) {
      return Optional.of(base);
    }
    Reading salesforce = read(track, catalogs, pair, base.salesforce(), Side.SALESFORCE);
    Reading hubspot = read(track, catalogs, pair, base.hubspot(), Side.HUBSPOT);
    return agreed(salesforce, hubspot, base).map(label -> renamed(base, label, track));
  }

  private static Optional<Label> agreed(Reading salesforce, Reading hubspot, Base base) {
    // A converted lead's own field had no part in its base, nor has a side without a field.
    if (!salesforce.bound() || base.evidence().isPresent()) {
      return hubspot.alone(Optional.of(base.label()));
    }
    if (!hubspot.bound()) {
      return salesforce.alone(Optional.of(base.label()));
    }
    return Optional.of(base.label())
        .filter(l -> salesforce.canMean(l) && hubspot.canMean(l))
        .or(() -> salesforce.meanings().stream().filter(hubspot::canMean).findFirst());
  }

  private static Reading read(
      TrackMapping track, Catalogs catalogs, PairView pair, Optional<RawValue> raw, Side side) {
    var kind = raw.isPresent() ? Observation.Kind.VALUE : Observation.Kind.BLANK;
    var table = ValueTable.of(track, side, pair.recordType(), catalogs.on(side));
    return Reading.of(side, track.field(side).isPresent(), kind, raw, table);
  }

  /** The same agreement under its new name. Nothing was entered, so no rule is to fire. */
  private static Base renamed(Base base, Label label, TrackMapping track) {
    Optional<Label> ran =
        base.rulesRanFor().map(l -> l.equals(base.label()) || track.label(l).isEmpty() ? label : l);
    return new Base(
        label, base.salesforce(), base.hubspot(), base.evidence(), ran, base.fingerprint());
  }
}
