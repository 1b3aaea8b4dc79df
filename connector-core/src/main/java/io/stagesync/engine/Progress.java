package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.Optional;

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

        @Override
        public void waits(Side side, Duration left) {}
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

    /** The side that it deals with alone; empty where it deals with both or none. */
    public Optional<Side> side() {
      return switch (this) {
        case READ_SALESFORCE, WRITE_SALESFORCE, CAMPAIGN_MEMBERS -> Optional.of(Side.SALESFORCE);
        case READ_HUBSPOT, WRITE_HUBSPOT -> Optional.of(Side.HUBSPOT);
        case VERIFY, MATCH, DECIDE -> Optional.empty();
      };
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

  /**
   * A side lets us call it again only in a while.
   *
   * @param left how long that is from now; zero: it goes on
   */
  void waits(Side side, Duration left);
}
