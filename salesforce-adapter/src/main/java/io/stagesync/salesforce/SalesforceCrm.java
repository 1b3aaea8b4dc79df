package io.stagesync.salesforce;

import io.stagesync.net.CallMeter;
import io.stagesync.net.DeadlineClient;
import io.stagesync.net.Pause;
import io.stagesync.port.Access;
import io.stagesync.port.Account;
import io.stagesync.port.CallCount;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CampaignMember;
import io.stagesync.port.CampaignMembers;
import io.stagesync.port.Crm;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Salesforce org: its leads, with what the opportunities of converted ones say, and its campaign
 * members.
 *
 * <p>What it costs: an idle {@link #changes} one call for each feed; a sweep one call for 2,000
 * leads and one for 2,000 converted leads that are not won, whose contacts may have further
 * opportunities; a catalog three calls, four where there are record types, and one less where the
 * lead's status is not read.
 *
 * <p>A lead's {@link CrmRecord#modified()} is the newer of its own stamp and its opportunities', so
 * that an opportunity that moved makes a new version of its lead.
 */
public final class SalesforceCrm implements Crm, CampaignMembers {
  /** Leads that changed, were converted, deleted or merged. */
  public static final Feed LEADS = new Feed("leads");

  /** Converted leads whose opportunities changed. */
  public static final Feed OPPORTUNITIES = new Feed("opportunities");

  private final SalesforceSettings settings;
  private final CallMeter<Purpose> meter = new CallMeter<>(Purpose.class);
  private final CallBudget budget;
  private final Workers workers;
  private final SchemaCache schemas;
  private final LeadReader reader;
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final LeadFeed leadFeed;
  private final OpportunityFeed opportunityFeed;
  private @Nullable Beginning beginning;
  private final LeadHistory history;
  private final LeadWriter writer;
  private final MemberReader members;

  /**
   * Makes no call.
   *
   * @param clock for ages of what was read; never compared with Salesforce's own times
   * @param pause waits before a call is repeated
   */
  public SalesforceCrm(SalesforceSettings settings, InstantSource clock, Pause pause) {
    this.settings = settings;
    this.clock = clock;
    var client = new DeadlineClient(settings.connect(), settings.deadline());
    var repetition = new Repetition(pause);
    var login = new Login(settings, client, meter, repetition, clock);
    budget = new CallBudget(settings.dailyShare(), clock);
    workers = new Workers(settings.workers(), client, login::session, budget, meter, repetition);
    schemas = new SchemaCache(new SchemaReader(workers, settings), clock);
    var pages = new Pages(workers);
    var leads = new Leads(workers, schemas, pages, settings);
    reader = new LeadReader(leads);
    leadFeed = new LeadFeed(leads);
    opportunityFeed = new OpportunityFeed(pages, leads, schemas, leadFeed::opportunitiesMoved);
    history = new LeadHistory(workers, schemas, pages, settings.fields());
    writer = new LeadWriter(workers, schemas, repetition, settings.conditionalWrites());
    members = new MemberReader(pages);
  }

  @Override
  public Side side() {
    return Side.SALESFORCE;
  }

  @Override
  public Account account() {
    return asking(
        () -> {
          var session = workers.session();
          return new Account(session.org().text(), session.instance().getHost(), session.user());
        });
  }

  @Override
  public Catalog catalog(boolean fresh) {
    return asking(
        () -> (fresh ? schemas.fresh() : schemas.current()).catalog(settings.described()));
  }

  @Override
  public Access access() {
    return asking(new OwnAccess(workers, members)::read);
  }

  @Override
  public List<Feed> feeds() {
    return settings.conversions().opportunities() ? List.of(LEADS, OPPORTUNITIES) : List.of(LEADS);
  }

  @Override
  public Cursor changes(Feed feed, Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    return asking(
        () -> {
          if (since.isEmpty()) {
            return now();
          }
          return feed.equals(OPPORTUNITIES)
              ? opportunityFeed.changes(since.get(), pages)
              : leadFeed.changes(since.get(), pages);
        });
  }

  /**
   * Where feeds begin. Feeds that begin within a minute begin together: the earlier moment is as
   * good, since every read overlaps, and saves a call.
   */
  private synchronized Cursor now() {
    var known = beginning;
    if (known == null || known.askedAt().plus(TOGETHER).isBefore(clock.instant())) {
      var time = workers.read(Purpose.FEED, c -> c.getServerTimestamp()).getTimestamp();
      known = new Beginning(clock.instant(), new Position(time.toInstant(), 0).cursor());
      beginning = known;
    }
    return known.cursor();
  }

  /** The org's time, and when by our clock it was asked for. */
  private record Beginning(Instant askedAt, Cursor cursor) {}

  @Override
  public void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> pages) {
    asking(
        () -> {
          reader.sweep(known, pages);
          return known;
        });
  }

  @Override
  public List<CrmRecord> fetch(Collection<RecordId> ids) {
    return asking(() -> reader.fetch(ids));
  }

  @Override
  public Map<RecordId, List<FieldChange>> history(Collection<RecordId> ids, Instant since) {
    return asking(() -> history.of(ids, since));
  }

  @Override
  public List<WriteResult> write(List<RecordWrite> writes) {
    return asking(() -> writer.write(writes));
  }

  @Override
  public Optional<Cursor> changes(Optional<Cursor> since, Consumer<List<CampaignMember>> pages) {
    return asking(() -> members.changes(since, pages));
  }

  @Override
  public int batchSize() {
    return LeadWriter.BATCH;
  }

  @Override
  public int parallelism() {
    return settings.workers();
  }

  @Override
  public CallCount calls() {
    return new CallCount(meter.counts());
  }

  @Override
  public Optional<DailyBudget> dailyBudget() {
    return budget.dailyBudget();
  }

  /** Nothing to do: connections end by themselves, and a token is left to run out. */
  @Override
  public void close() {}

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (CallFailure e) {
      throw e.asFinal();
    }
  }
}
