package io.stagesync.port;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of the two CRMs, as far as keeping stages in agreement needs it. An implementation may be
 * used by several threads. It repeats by itself what may be repeated (reads, and what the CRM
 * certainly did not carry out) and keeps within the CRM's limits; whatever it throws is therefore
 * final for the run.
 *
 * <p>Every method throws {@link CrmException}.
 */
public interface Crm extends AutoCloseable {

  /** Which CRM this is. */
  Side side();

  /** Where we are and who we are there. Costs at most one call in the life of this object. */
  Account account();

  /**
   * What the mapped fields accept now. May be up to 15 minutes old, unless a write was refused
   * because of it since, or {@code fresh} asks for a new one.
   */
  Catalog catalog(boolean fresh);

  /**
   * What our user may do there, as far as the CRM says. For who examines the set-up; a run never
   * asks.
   */
  Access access();

  /** The sources of changes, in the order in which they are to be read. */
  List<Feed> feeds();

  /**
   * Reads what changed since a cursor and hands it on page by page. Reads overlap by the lag that
   * the CRM has, so records come again; nothing is skipped.
   *
   * @param feed one of {@link #feeds()}
   * @param since empty: from this moment on (nothing is handed on, only the first cursor returned)
   * @param pages is called by one thread at a time
   * @return the cursor to go on from; to be kept only once every page is
   */
  Cursor changes(Feed feed, Optional<Cursor> since, Consumer<List<CrmRecord>> pages);

  /**
   * Reads every record and hands it on page by page, in any order, at most once each. Records that
   * are gone are not among them.
   *
   * @param known the ids that are known already; an adapter may use them to read faster, and hands
   *     on as gone those that it positively found deleted
   * @param pages is called by one thread at a time
   */
  void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> pages);

  /**
   * Reads named records fresh. One that was deleted, or merged into another, comes back as {@link
   * CrmRecord.Presence#GONE}; every id asked for is answered.
   */
  List<CrmRecord> fetch(Collection<RecordId> ids);

  /**
   * Who changed the mapped fields of these records and when, newest first; without those fields
   * whose history the CRM does not keep (see {@link
   * io.stagesync.vocabulary.FieldCatalog#keepsHistory()}).
   *
   * @param since changes before this moment of the CRM's own clock may be left out
   */
  Map<RecordId, List<FieldChange>> history(Collection<RecordId> ids, Instant since);

  /**
   * Writes at most {@link #batchSize()} records, one request for all, each record at most once. One
   * record's failure does not touch the others.
   *
   * @return one result for each write, in the same order
   */
  List<WriteResult> write(List<RecordWrite> writes);

  /** How many records one {@link #write} takes: 200 for Salesforce, 100 for HubSpot. */
  int batchSize();

  /** How many requests may usefully be under way at once. */
  int parallelism();

  /** The calls that were made so far, by what they were for. */
  CallCount calls();

  /** The CRM's own word on what is left for today, where it was told. */
  Optional<DailyBudget> dailyBudget();

  @Override
  void close();
}
