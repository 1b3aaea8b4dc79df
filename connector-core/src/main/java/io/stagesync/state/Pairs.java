package io.stagesync.state;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which records are one person, what both sides agreed on and what was decided. */
public interface Pairs {
  /** Joins two records; the pair is to be decided. */
  Pair join(RecordId lead, RecordId contact, String matchedBy);

  /** Gives a pair another record on one side, after a merge; the pair is to be decided. */
  void relink(PairId pair, Side side, RecordId survivor);

  /**
   * Ends a pair, with its bases, decisions and corrections; both records are to be paired again.
   */
  void part(PairId pair);

  /** The pair of a record. */
  Optional<Pair> of(Side side, RecordId id);

  /** How many pairs there are. */
  long count();

  /** How many pairs agree on every track. */
  long countAgreed();

  /** How many pairs are to be decided. */
  long countToDecide();

  /** Pairs to be decided, ordered by number. */
  List<PairState> toDecide(Optional<PairId> after, int limit);

  /** All pairs, ordered by number. */
  List<PairState> all(Optional<PairId> after, int limit);

  /** Some pairs; unknown ones are missing. */
  List<PairState> states(Collection<PairId> pairs);

  /** Marks pairs as to be decided. */
  void decideAgain(Collection<PairId> pairs);

  /** Marks every pair as to be decided: the mapping or a catalog changed. */
  void decideAllAgain();

  /**
   * Stores what was decided for a pair: bases, memories, decisions. The pair counts as decided.
   *
   * @param freshNextRun whether the next run is to read both records fresh and decide again
   */
  void decided(PairId pair, Map<Track, DecidedTrack> tracks, boolean freshNextRun, long run);

  /** Pairs that are to be read fresh and decided again in a run after the given one. */
  List<Pair> freshBefore(long run, Optional<PairId> after, int limit);

  /** Changes base and memory of one track without a decision. */
  void remember(PairId pair, Track track, PairState.Remembered remembered);

  /**
   * How many pairs show a value in a field of a track whose base rests on another value there.
   *
   * @param was the value of the base
   * @param now the value that is shown
   */
  long moved(Track track, FieldName field, RawValue was, RawValue now);

  /** The last decisions of a pair. */
  Map<Track, DecidedTrack> decisions(PairId pair);

  /** The last decisions of some pairs; one that was never decided is missing. */
  Map<PairId, Map<Track, DecidedTrack>> decisions(Collection<PairId> pairs);

  /** How many tracks of pairs stand at each reason, by track. */
  Map<Track, Map<Reason, Long>> counts();

  /** How many pairs stand at each label, by track: the label on which both sides last agreed. */
  Map<Track, Map<Label, Long>> labels();

  /** Last decisions with one of these reasons, ordered by pair. */
  List<PairDecided> withReason(Collection<Reason> reasons, Optional<PairId> after, int limit);

  /** One pair and track with its last decision. */
  record PairDecided(Pair pair, Track track, DecidedTrack decided) {}

  /**
   * What was decided for one track.
   *
   * @param from the label before, as text; blank where there is none
   * @param to the label after, as text; blank where there is none
   * @param why a sentence for people
   * @param release what would release a hold; blank otherwise
   * @param run the run that first decided so
   */
  record DecidedTrack(
      Reason reason,
      String from,
      String to,
      String why,
      String release,
      Optional<Base> base,
      Memory memory,
      long run) {}
}
