package io.stagesync.reconcile;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * One track of one pair with everything that its decision looks at, read once.
 *
 * @param base the base in today's words: read again where the mapping has changed, and absent where
 *     it was agreed under a conversion that this lead has not had, because a new open lead beside a
 *     converted one is a first sight
 * @param doubtful whether the mapping has changed so that the base's two raw values no longer agree
 * @param restoring whether HubSpot is blank by our own clear, and read as the value before
 */
record TrackCase(
    Mapping mapping,
    TrackMapping track,
    Catalogs catalogs,
    PairView pair,
    TrackView view,
    Optional<Base> base,
    boolean doubtful,
    boolean restoring,
    Reading salesforce,
    Reading hubspot) {

  static TrackCase of(Mapping mapping, Catalogs catalogs, PairView pair, TrackMapping track) {
    TrackView view = pair.tracks().get(track.track());
    if (view == null) {
      throw new IllegalArgumentException("the pair's view lacks track " + track.track());
    }
    Reading salesforce = read(catalogs, pair, track, view, Side.SALESFORCE);
    Reading hubspot = read(catalogs, pair, track, view, Side.HUBSPOT);
    boolean counts =
        view.base().isPresent() && (pair.converted() || view.base().get().evidence().isEmpty());
    Optional<Base> given = counts ? view.base() : Optional.empty();
    Optional<Base> reread =
        counts ? BaseReread.of(track, catalogs, pair, given.get()) : Optional.empty();
    Optional<Base> base = reread.isPresent() ? reread : given;
    boolean doubtful =
        given.isPresent() && reread.isEmpty() && !BaseReread.forgotten(track, given.get());
    return new TrackCase(
        mapping,
        track,
        catalogs,
        pair,
        view,
        base.isPresent() && track.label(base.get().label()).isPresent() ? base : Optional.empty(),
        doubtful,
        OurClear.isOpen(view),
        salesforce,
        hubspot);
  }

  /**
   * The base that stays where nothing is agreed now. One whose label the file says something of is
   * kept as the file says, so that the entry can be deleted once every pair was decided under it.
   */
  Optional<Base> kept() {
    Optional<Base> given = view.base();
    boolean changed =
        given.isPresent()
            && !given.get().fingerprint().equals(track.fingerprint())
            && track.changes().of(given.get().label()).isPresent();
    return changed
        ? given
            .flatMap(b -> BaseReread.of(track, catalogs, pair, b))
            .map(b -> b.under(track.fingerprint()))
        : given;
  }

  /** The same where rules ran for a label, or for none. */
  TrackCase ran(Optional<Label> label) {
    if (view.base().isEmpty()) {
      return this;
    }
    Optional<Base> seen = Optional.of(view.base().get().ran(label));
    return new TrackCase(
        mapping,
        track,
        catalogs,
        pair,
        new TrackView(seen, view.salesforce(), view.hubspot(), view.memory()),
        base.isEmpty() ? base : Optional.of(base.get().ran(label)),
        doubtful,
        restoring,
        salesforce,
        hubspot);
  }

  private static Reading read(
      Catalogs catalogs, PairView pair, TrackMapping track, TrackView view, Side side) {
    Observation seen = OurClear.effective(view, side);
    ValueTable table = ValueTable.of(track, side, pair.recordType(), catalogs.on(side));
    return Reading.of(side, track.field(side).isPresent(), seen.kind(), seen.value(), table)
        .ignoring(seen.value().isPresent() && track.ignores(side, seen.value().get()));
  }

  Reading on(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }

  /** Whether nothing stands on any side that the track has. */
  boolean allBlank() {
    return (salesforce.blank() || !salesforce.bound()) && (hubspot.blank() || !hubspot.bound());
  }

  Optional<Label> baseLabel() {
    return base.map(Base::label);
  }

  /** What a side means, read alone. */
  Optional<Label> label(Side side) {
    return on(side).alone(baseLabel());
  }

  /** Whether a side still shows what both agreed on. */
  boolean unmoved(Side side) {
    return on(side).canMean(baseLabel());
  }

  Optional<FieldCatalog> field(Side side) {
    Optional<FieldName> field = track.field(side);
    return field.isEmpty() ? Optional.empty() : catalogs.on(side).field(field.get());
  }

  ValueTable table(Side side) {
    return ValueTable.of(track, side, pair.recordType(), catalogs.on(side));
  }

  /** What the file says of this track's converted leads, where this is the track that it names. */
  Optional<Conversion> conversion() {
    Optional<Conversion> conversion = mapping.conversion();
    return conversion.isPresent() && conversion.get().track().equals(track.track())
        ? conversion
        : Optional.empty();
  }

  /** The evidence that an agreement of now rests on; empty while the lead is not converted. */
  Optional<Evidence> evidence() {
    return pair.converted() ? Optional.of(pair.evidence()) : Optional.empty();
  }

  /** The first label in the file that both sides can mean, the base's before all. */
  Optional<Label> common() {
    Optional<Label> before = baseLabel();
    if (salesforce.canMean(before) && hubspot.canMean(before)) {
      return before;
    }
    for (Label label : salesforce.meanings()) {
      if (hubspot.canMean(label)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  /** The base that stands once both sides show these values. */
  Base baseOn(Label label, Optional<RawValue> salesforce, Optional<RawValue> hubspot) {
    return new Base(
        label,
        salesforce,
        hubspot,
        evidence(),
        rulesRanFor(label),
        cycle(label),
        track.fingerprint());
  }

  /**
   * The label that rules last ran for, as far as it matters to a label that the track comes to. A
   * step back along a declared way is remembered by where it began, also where rules had not run
   * for that yet: until they are settled, no rule moves the track on from there.
   */
  Optional<Label> rulesRanFor(Label label) {
    Optional<Label> from = baseLabel();
    return from.isPresent() && !track.waysBack(from.get(), label).isEmpty()
        ? from
        : base.flatMap(Base::rulesRanFor);
  }

  /** A person who enters again comes in once more; a new lead of theirs takes nothing back. */
  private int cycle(Label label) {
    int before = view.base().map(Base::cycle).orElse(Math.max(1, view.memory().cycle()));
    Optional<Label> from = baseLabel();
    boolean again = from.isPresent() && track.nextCycle(from.get(), label);
    return again ? before + 1 : before;
  }
}
