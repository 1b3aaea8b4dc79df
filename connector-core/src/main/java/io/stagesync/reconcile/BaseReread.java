package io.stagesync.reconcile;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A base in the words of today's mapping.
 *
 * <p>A changed mapping is not changed data. The base remembers the two raw values of its moment, so
 * after a change of the mapping they are read again: if they still agree, what they agree on is the
 * base, silently, and nobody who renames a label causes a single write.
 *
 * <p>Where the file says what became of the base's label, that counts: a renamed label is the new
 * one whatever its words are now, of a split one the words decide, and what was agreed on a retired
 * one is forgotten unless its words still agree on something.
 */
final class BaseReread {
  private BaseReread() {}

  /** The base in today's words; empty where its two raw values no longer agree. */
  static Optional<Base> of(TrackMapping track, Catalogs catalogs, PairView pair, Base base) {
    if (base.fingerprint().equals(track.fingerprint())) {
      return Optional.of(base);
    }
    Optional<Changes.OfLabel> change = track.changes().of(base.label());
    Reading salesforce = read(track, catalogs, pair, base.salesforce(), Side.SALESFORCE);
    Reading hubspot = read(track, catalogs, pair, base.hubspot(), Side.HUBSPOT);
    return change
        .flatMap(Changes.OfLabel::only)
        .or(() -> agreed(salesforce, hubspot, base, change))
        .map(label -> renamed(base, label, track));
  }

  /** Whether the base's label was retired and its raw values mean nothing together any more. */
  static boolean forgotten(TrackMapping track, Base base) {
    return track.changes().of(base.label()).filter(Changes.OfLabel::retired).isPresent();
  }

  private static Optional<Label> agreed(
      Reading salesforce, Reading hubspot, Base base, Optional<Changes.OfLabel> change) {
    // A converted lead's own field had no part in its base, nor has a side without a field.
    boolean hubspotAlone = !salesforce.bound() || base.evidence().isPresent();
    List<Reading> asked =
        hubspotAlone
            ? List.of(hubspot)
            : hubspot.bound() ? List.of(salesforce, hubspot) : List.of(salesforce);
    Stream<Label> parts = change.stream().flatMap(c -> c.now().stream());
    Optional<Label> kept =
        Stream.concat(Stream.of(base.label()), parts)
            .filter(label -> asked.stream().allMatch(r -> r.canMean(label)))
            .findFirst();
    return kept.or(
        () ->
            asked.size() == 1
                ? asked.get(0).own()
                : salesforce.meanings().stream().filter(hubspot::canMean).findFirst());
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
        base.rulesRanFor()
            .map(
                l ->
                    l.equals(base.label())
                        ? label
                        : track.changes().of(l).flatMap(Changes.OfLabel::only).orElse(l))
            .map(l -> track.label(l).isEmpty() ? label : l);
    return new Base(
        label,
        base.salesforce(),
        base.hubspot(),
        base.evidence(),
        ran,
        base.cycle(),
        base.fingerprint());
  }
}
