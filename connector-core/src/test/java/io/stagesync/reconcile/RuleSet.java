package io.stagesync.reconcile;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One answer to every question that a mapping file leaves to its author, and to the one that the
 * world answers: who changed last.
 */
record RuleSet(
    Direction direction,
    ConflictRule conflict,
    FirstSync firstSync,
    Clears clears,
    RefusedEdits refusedEdits,
    RefusedEdits hubspotDisagrees,
    Last last) {

  /** Which side changed last, as far as anything says so. */
  enum Last {
    SALESFORCE,
    HUBSPOT,
    UNCERTAIN;

    /** When a side's value is said to have come. */
    ChangeWindow window(Side side) {
      Instant early = Instant.EPOCH;
      Instant late = early.plusSeconds(60);
      if (this == UNCERTAIN) {
        return new ChangeWindow(early, late, true);
      }
      Instant at = (this == SALESFORCE) == (side == Side.SALESFORCE) ? late : early;
      return new ChangeWindow(at, at, true);
    }
  }

  /** Where a pair stands, as far as it says which rules can be asked. */
  enum Standing {
    /** An opportunity speaks for the lead; the table of cases is not looked at. */
    BY_EVIDENCE,
    FIRST_SIGHT,
    WITH_BASE
  }

  /** All of them: the full cross. */
  static List<RuleSet> all() {
    List<RuleSet> all = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (ConflictRule conflict : ConflictRule.values()) {
        for (FirstSync firstSync : FirstSync.values()) {
          for (Clears clears : Clears.values()) {
            for (RefusedEdits refused : RefusedEdits.values()) {
              for (RefusedEdits disagrees : RefusedEdits.values()) {
                for (Last last : Last.values()) {
                  all.add(
                      new RuleSet(
                          direction, conflict, firstSync, clears, refused, disagrees, last));
                }
              }
            }
          }
        }
      }
    }
    return all;
  }

  /**
   * The same with every answer to a question that is not asked of such a pair put to one and the
   * same. {@code WholeVocabularyTest.aQuestionThatIsNotAskedChangesNoDecision} holds it to that.
   */
  RuleSet asked(Standing standing) {
    boolean oneWay = direction != Direction.TWO_WAY;
    ConflictRule who = ConflictRule.REVIEW;
    FirstSync first = FirstSync.REVIEW;
    Clears clear = Clears.REFILL;
    RefusedEdits refused = RefusedEdits.HOLD;
    RefusedEdits disagrees = RefusedEdits.HOLD;
    switch (standing) {
      case BY_EVIDENCE -> disagrees = hubspotDisagrees;
      case FIRST_SIGHT -> {
        // A side that leads wins whatever the rule, unless the file wants to look first.
        first = oneWay && firstSync != FirstSync.REPORT_ONLY ? FirstSync.REVIEW : firstSync;
      }
      case WITH_BASE -> {
        who = oneWay ? ConflictRule.REVIEW : conflict;
        clear = clears;
        refused = refusedEdits;
      }
    }
    boolean byTime = !oneWay && (who == ConflictRule.LATEST_WINS || first == FirstSync.LATEST_WINS);
    return new RuleSet(
        direction, who, first, clear, refused, disagrees, byTime ? last : Last.UNCERTAIN);
  }

  /** A mapping of one track, and perhaps a conversion, under these rules. */
  Mapping mapping(TrackBuilder track, Optional<Conversion> conversion) {
    Mapping mapping =
        TestMappings.mapping(
            track
                .direction(direction)
                .conflict(conflict)
                .firstSync(firstSync)
                .clears(clears)
                .refusedEdits(refusedEdits)
                .build());
    return conversion
        .map(
            c ->
                TestMappings.with(mapping, new Conversion(c.track(), c.labels(), hubspotDisagrees)))
        .orElse(mapping);
  }
}
