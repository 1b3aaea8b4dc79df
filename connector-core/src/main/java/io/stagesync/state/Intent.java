package io.stagesync.state;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A write to one record that was begun.
 *
 * @param trace its short unique id, also the key
 * @param stage how far it came
 * @param fields what it writes
 * @param readAt the CRM's stamp of the version that it was decided on
 * @param writtenAt the CRM's stamp of the version that it made, where known
 * @param run the run that began it
 */
public record Intent(
    String trace,
    PairId pair,
    Side side,
    RecordId record,
    Stage stage,
    List<Part> fields,
    Instant readAt,
    Optional<Instant> writtenAt,
    long run) {
  public Intent {
    fields = List.copyOf(fields);
  }

  /** How far a write came. */
  public enum Stage {
    /** The clear of a clear-then-set may have been sent, the set was not. */
    CLEARING,
    /** The write may have been sent; its outcome is not known. */
    SENT,
    /** Carried out; whether it fell on somebody's edit is not known yet. */
    WRITTEN
  }

  /**
   * One field of it.
   *
   * @param before the track's base before the write, which comes back if it fell on an edit
   * @param after the track's base once it is carried out, where no write on the other side remains
   * @param why the sentence of the decision
   */
  public record Part(
      Track track,
      FieldWrite write,
      Reason reason,
      String from,
      String to,
      String why,
      Optional<Base> before,
      Optional<Base> after) {
    /** The same, told with the value that it really replaced: ours alone was the blank between. */
    public Part replacing(Optional<RawValue> value) {
      var told = new FieldWrite(write.field(), value, write.value(), write.clearFirst());
      return new Part(track, told, reason, from, to, why, before, after);
    }
  }

  /** The same write, as far as it writes some of its fields. */
  public Intent of(List<Part> some) {
    return new Intent(trace, pair, side, record, stage, some, readAt, writtenAt, run);
  }

  /** The same write, further on. */
  public Intent at(Stage next) {
    return new Intent(trace, pair, side, record, next, fields, readAt, writtenAt, run);
  }
}
