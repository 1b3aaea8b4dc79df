package io.stagesync.proof;

import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** The laws that one sync keeps or breaks by what it writes in one track. */
final class StepLaws {
  private final Vocabulary words;
  private final TrackMapping track;

  StepLaws(Vocabulary words) {
    this.words = words;
    this.track = words.track();
  }

  /** The law that a sync breaks; empty: none. */
  Optional<Law> brokenBy(Sync sync) {
    TrackDecision decision = sync.on(track.track());
    for (FieldWrite write : decision.writes()) {
      Optional<Law> broken = brokenBy(sync, decision, write);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private Optional<Law> brokenBy(Sync sync, TrackDecision decision, FieldWrite write) {
    Side side = write.side();
    ValueTable table = words.table(side);
    Optional<RawValue> old = write.expected();
    if (side == Side.SALESFORCE && sync.before().converted()) {
      return Optional.of(Law.CONVERTED_UNWRITTEN);
    }
    boolean foreign = old.isPresent() && !understood(side, old.get());
    if (!track.direction().writes(side) || foreign) {
      return Optional.of(Law.NOTHING_OVERWRITTEN);
    }
    List<Label> means = table.meanings(old);
    if (decision.to().isPresent() && means.contains(decision.to().get())) {
      return Optional.of(Law.NO_NEEDLESS_WRITE);
    }
    if (write.value().isPresent() && !readBack(side, write.value().get(), decision.to())) {
      return Optional.of(Law.ROUND_TRIP);
    }
    // A value that can mean the base has not moved, whatever else it could mean.
    Optional<Label> base = sync.seen(track.track()).base().map(Base::label);
    boolean unmoved = base.isPresent() && means.contains(base.get());
    Optional<Label> shows = unmoved ? base : table.own(old);
    return falls(shows, decision) ? Optional.of(Law.RANK_KEPT) : Optional.empty();
  }

  private boolean understood(Side side, RawValue value) {
    return !track.ignores(side, value) && !words.table(side).meanings(Optional.of(value)).isEmpty();
  }

  /** Whether a word is read as the label that it was written for. */
  boolean readBack(Side side, RawValue value, Optional<Label> meant) {
    ValueTable table = words.table(side);
    return understood(side, value)
        && !table.convertedStatus(value)
        && table.own(Optional.of(value)).isPresent()
        && meant.filter(table.meanings(Optional.of(value))::contains).isPresent();
  }

  boolean falls(Optional<Label> from, TrackDecision decision) {
    boolean declared =
        decision.reason() == Reason.CORRECTED || decision.reason() == Reason.CONVERTED;
    return !declared
        && from.isPresent()
        && decision.to().isPresent()
        && track.backward(from.get(), decision.to().get())
        && track.waysBack(from.get(), decision.to().get()).isEmpty();
  }
}
