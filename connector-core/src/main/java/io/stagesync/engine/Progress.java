package io.stagesync.engine;

import io.stagesync.vocabulary.Side;

/** Is told how far a run came; for people who wait. May be called by several threads. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(Step step, long total) {}

        @Override
        public void advanced(Step step, long by) {}

        @Override
        public void done(Step step) {}
      };

  /** A step of a run. */
  enum Step {
    VERIFY("checking earlier writes"),
    READ_SALESFORCE("reading Salesforce"),
    READ_HUBSPOT("reading HubSpot"),
    MATCH("finding pairs"),
    DECIDE("deciding"),
    WRITE_SALESFORCE("writing Salesforce"),
    WRITE_HUBSPOT("writing HubSpot"),
    CAMPAIGN_MEMBERS("reading campaign members");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /** What the step does, for people. */
    public String words() {
      return words;
    }

    static Step read(Side side) {
      return side == Side.SALESFORCE ? READ_SALESFORCE : READ_HUBSPOT;
    }

    static Step write(Side side) {
      return side == Side.SALESFORCE ? WRITE_SALESFORCE : WRITE_HUBSPOT;
    }
  }

  /** A step begins; its total is 0 where nobody knows it yet. */
  void step(Step step, long total);

  /** So many more are through. */
  void advanced(Step step, long by);

  /** A step is through. */
  void done(Step step);
}
