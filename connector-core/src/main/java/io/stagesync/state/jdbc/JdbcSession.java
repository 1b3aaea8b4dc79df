package io.stagesync.state.jdbc;

import io.stagesync.state.Belonging;
import io.stagesync.state.CampaignResponses;
import io.stagesync.state.Corrections;
import io.stagesync.state.FirstTouches;
import io.stagesync.state.Intents;
import io.stagesync.state.Journal;
import io.stagesync.state.Lease;
import io.stagesync.state.Pairs;
import io.stagesync.state.Records;
import io.stagesync.state.Runs;
import io.stagesync.state.Session;
import io.stagesync.state.Vocabularies;
import java.util.List;
import java.util.random.RandomGenerator;

/** One transaction. */
final class JdbcSession implements Session {
  private final List<Counter> counters;
  private final LeaseRow lease;
  private final Belonging belonging;
  private final Records records;
  private final Pairs pairs;
  private final Corrections corrections;
  private final Intents intents;
  private final Journal journal;
  private final Runs runs;
  private final Vocabularies vocabularies;
  private final FirstTouches firstTouches;
  private final CampaignResponses campaignResponses;

  JdbcSession(Sql sql, RandomGenerator salts) {
    var pairNumbers = new Counter(sql, "pair");
    var entryNumbers = new Counter(sql, "journal");
    var runNumbers = new Counter(sql, "run");
    this.counters = List.of(pairNumbers, entryNumbers, runNumbers);
    this.lease = new LeaseRow(sql);
    this.belonging = new JdbcBelonging(sql);
    this.records = new JdbcRecords(sql);
    this.pairs = new JdbcPairs(sql, pairNumbers);
    this.corrections = new JdbcCorrections(sql);
    this.intents = new JdbcIntents(sql);
    this.journal = new JdbcJournal(sql, entryNumbers, salts);
    this.runs = new JdbcRuns(sql, runNumbers);
    this.vocabularies = new JdbcVocabularies(sql);
    this.firstTouches = new JdbcFirstTouches(sql);
    this.campaignResponses = new JdbcCampaignResponses(sql);
  }

  /** To be called before a transaction that changes something ends. */
  void storeCounters() {
    counters.forEach(Counter::store);
  }

  @Override
  public Belonging belonging() {
    return belonging;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Pairs pairs() {
    return pairs;
  }

  @Override
  public Corrections corrections() {
    return corrections;
  }

  @Override
  public Intents intents() {
    return intents;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public Vocabularies vocabularies() {
    return vocabularies;
  }

  @Override
  public FirstTouches firstTouches() {
    return firstTouches;
  }

  @Override
  public CampaignResponses campaignResponses() {
    return campaignResponses;
  }

  @Override
  public void require(Lease ours) {
    lease.require(ours);
  }
}
