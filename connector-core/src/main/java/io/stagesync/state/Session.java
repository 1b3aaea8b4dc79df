package io.stagesync.state;

/** One transaction's view of the store. Not to be kept beyond it. */
public interface Session {
  /** Which org and account this store belongs to. */
  Belonging belonging();

  /** What was read of each side. */
  Records records();

  /** Which records are one person, what both sides agreed on and what was decided. */
  Pairs pairs();

  /** Corrections that wait to be written. */
  Corrections corrections();

  /** Writes that were begun and are not known to be finished and unharmed. */
  Intents intents();

  /** Everything that was observed and done, append-only. */
  Journal journal();

  /** How far each feed was read, and the runs. */
  Runs runs();

  /** What both sides accepted when it was approved, and now; and the tracks that are paused. */
  Vocabularies vocabularies();

  /** Where people came from, as it was first seen. */
  FirstTouches firstTouches();

  /** Who responded to which campaign: apart from everything else. */
  CampaignResponses campaignResponses();

  /**
   * Makes sure that the writer's place is still ours, within this transaction.
   *
   * @throws StoreException {@code LEASE_LOST} when it is not
   */
  void require(Lease lease);
}
