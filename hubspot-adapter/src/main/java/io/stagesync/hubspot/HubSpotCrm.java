package io.stagesync.hubspot;

import io.stagesync.net.Pause;
import io.stagesync.port.Access;
import io.stagesync.port.Account;
import io.stagesync.port.CallCount;
import io.stagesync.port.ContactLists;
import io.stagesync.port.Crm;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import io.stagesync.port.DailyBudget;
import io.stagesync.port.Feed;
import io.stagesync.port.FieldChange;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The contacts of one HubSpot account. */
public final class HubSpotCrm implements Crm, ContactLists {
  private final HubSpotSettings settings;
  private final Lanes lanes = new Lanes();
  private final HubSpotCalls calls;
  private final Whereabouts whereabouts;
  private final PropertyCatalog catalog;
  private final ContactFeeds feeds;
  private final ContactSweep sweep;
  private final ContactReader reader;
  private final ContactHistory history;
  private final ContactWriter writer;
  private final ListMembers members;

  /**
   * Calls nothing yet.
   *
   * @param clock for limits and the age of what was read; no time of HubSpot's is compared with it
   * @param pause how to wait
   */
  public HubSpotCrm(HubSpotSettings settings, Clock clock, Pause pause) {
    this.settings = settings;
    var shape = new ContactShape(settings);
    var own = new OwnHand(settings.source());
    calls = new HubSpotCalls(settings, clock, pause);
    whereabouts = new Whereabouts(calls, own);
    catalog = new PropertyCatalog(calls, shape);
    feeds = new ContactFeeds(calls, shape);
    reader = new ContactReader(calls, shape, lanes);
    sweep = new ContactSweep(calls, shape, feeds, reader, lanes);
    history = new ContactHistory(calls, shape, lanes, own, new TokenScopes(calls, settings));
    writer = new ContactWriter(calls, reader, catalog, own);
    members = new ListMembers(calls);
  }

  @Override
  public Side side() {
    return Side.HUBSPOT;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Two calls where the token may not ask for the account's details. The user is {@code unknown}
   * until a history was read, and then where neither our key nor one of our writes there tells.
   */
  @Override
  public Account account() {
    return whereabouts.account();
  }

  /**
   * When HubSpot's own Salesforce connector last touched a contact, by HubSpot's clock: a recent
   * moment means that two programs write the same fields. Empty where it never did, or where the
   * account does not have its property. Costs one search.
   */
  public Optional<Instant> nativeSyncLastSeen() {
    try {
      return new NativeSync(calls).lastSeen();
    } catch (CrmException e) {
      if (e.kind() == CrmException.Kind.MISFIT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Set<RecordId> members(String list) {
    return members.of(list);
  }

  @Override
  public Kind kind(String list) {
    return members.kind(list);
  }

  @Override
  public Catalog catalog(boolean fresh) {
    return catalog.current(fresh);
  }

  @Override
  public Access access() {
    return new TokenScopes(calls, settings).read();
  }

  @Override
  public List<Feed> feeds() {
    return List.of(ContactFeeds.NOW, ContactFeeds.TRAILING);
  }

  @Override
  public Cursor changes(Feed feed, Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    return feeds.changes(feed, since, pages);
  }

  @Override
  public void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> pages) {
    sweep.run(known, pages);
  }

  @Override
  public List<CrmRecord> fetch(Collection<RecordId> ids) {
    return reader.fetch(ids);
  }

  @Override
  public Map<RecordId, List<FieldChange>> history(Collection<RecordId> ids, Instant since) {
    return history.read(ids, since);
  }

  @Override
  public List<WriteResult> write(List<RecordWrite> writes) {
    return writer.write(writes);
  }

  @Override
  public int batchSize() {
    return ContactWriter.BATCH;
  }

  @Override
  public int parallelism() {
    return Lanes.COUNT;
  }

  @Override
  public CallCount calls() {
    return calls.made();
  }

  @Override
  public Optional<DailyBudget> dailyBudget() {
    return calls.budget();
  }

  @Override
  public void close() {
    lanes.close();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "HubSpotCrm[" + settings.baseUrl() + "]";
  }
}
