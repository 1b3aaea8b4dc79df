package io.stagesync.state;

import io.stagesync.port.CrmRecord;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read of each side, as it was last seen. */
public interface Records {
  /**
   * Notes what was read. A record whose stamp is older than what is stored changes nothing but the
   * time of reading; one that differs in anything that a decision depends on marks its pair as to
   * be decided, and where it has none, itself as to be paired.
   *
   * @param emailKey the keyed hash of the address by record; a record without one is missing
   * @param readAt our time of reading, for the age of what we know; takes part in no decision
   * @return the ids of the records that changed
   */
  List<RecordId> see(
      Side side, Collection<CrmRecord> records, Map<RecordId, String> emailKey, Instant readAt);

  /**
   * Notes what we wrote ourselves: the fields show it from now on, which is no change of somebody
   * else's and marks nothing.
   *
   * @param stamp the CRM's stamp of the version that we made; empty: it did not say, and the stored
   *     stamp stays
   */
  void wrote(
      Side side,
      RecordId id,
      Map<FieldName, Reading> fields,
      Optional<Instant> stamp,
      Instant readAt);

  /**
   * Notes when and by whom fields came to show what they show, as their history tells.
   *
   * @param changes for each field its own entry; one whose value is not what the field shows any
   *     more is left out
   */
  void dated(Side side, RecordId id, Collection<FieldChange> changes);

  /** What is known of a record. */
  Optional<SeenRecord> find(Side side, RecordId id);

  /** What is known of several records; unknown ones are missing. */
  Map<RecordId, SeenRecord> find(Side side, Collection<RecordId> ids);

  /** Those among some ids that are known to be gone. */
  Set<RecordId> gone(Side side, Collection<RecordId> ids);

  /** The records with an e-mail key, live ones only. */
  List<SeenRecord> withEmailKey(Side side, String emailKey);

  /** The HubSpot records that name a lead as theirs, live ones only. */
  List<SeenRecord> naming(RecordId lead);

  /**
   * Records that changed since they were last looked at for pairing and have no pair, ordered by
   * id.
   *
   * @param after ids up to this one are left out; empty: from the beginning
   */
  List<SeenRecord> toPair(Side side, Optional<RecordId> after, int limit);

  /** Notes that a record was looked at for pairing, and why it stayed alone; blank: it did not. */
  void paired(Side side, RecordId id, String whyAlone);

  /**
   * Marks those as to be paired that have no pair and have one of these addresses, or name one of
   * these leads, or are one of them.
   */
  void pairAgain(Collection<String> emailKeys, Collection<RecordId> leads);

  /** Ids of live records, ordered. */
  List<RecordId> ids(Side side, Optional<RecordId> after, int limit);

  /** How many live records hold a value, as they were last seen. */
  long holding(FieldName field, RawValue value);

  /** How many live records are known. */
  long count(Side side);

  /** How many live records stayed alone, by the reason noted. */
  Map<String, Long> alone(Side side);
}
