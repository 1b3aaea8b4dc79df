package io.stagesync.app.demo;

import io.stagesync.app.simulator.Edit;
import io.stagesync.app.simulator.Truth;
import io.stagesync.engine.Explain;
import io.stagesync.engine.Story;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the sync says about every pair against how both worlds really stand.
 *
 * @param truth how both worlds stand
 * @param reasons why pairs differ, by track and reason, with their number
 * @param unexplained what differs, was overwritten or was written without a reason: has to be empty
 * @param overwritten edits that gave way to a decision that the journal shows
 */
public record Reckoning(
    Truth truth, Map<String, Long> reasons, List<String> unexplained, long overwritten) {
  private static final Set<Reason> SAYS_THAT_BOTH_AGREE = Set.of(Reason.AGREED, Reason.BOTH_BLANK);

  public Reckoning {
    reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
    unexplained = List.copyOf(unexplained);
  }

  /**
   * Compares.
   *
   * @param pairs how many pairs the sync knows
   */
  public static Reckoning of(Truth truth, long pairs, Explain explain) {
    var reasons = new TreeMap<String, Long>();
    var unexplained = new ArrayList<String>();
    if (pairs != truth.pairs()) {
      unexplained.add("there are " + truth.pairs() + " pairs, and the sync knows " + pairs);
    }
    if (truth.writesToConverted() > 0) {
      unexplained.add(truth.writesToConverted() + " writes went to converted leads");
    }
    for (var difference : truth.differences()) {
      var reason = reason(difference, explain);
      if (reason.isBlank()) {
        unexplained.add(words(difference));
      } else {
        reasons.merge(difference.track() + "  " + reason, 1L, Long::sum);
      }
    }
    long overwritten = 0;
    for (var edit : truth.fates().overwritten()) {
      if (explain.who(edit.lead()).filter(story -> shows(story, edit)).isPresent()) {
        overwritten++;
      } else {
        unexplained.add("edit " + edit.number() + " was lost: " + EditedWords.of(edit));
      }
    }
    return new Reckoning(truth, reasons, unexplained, overwritten);
  }

  /** Whether nothing is without a reason. */
  public boolean holds() {
    return unexplained.isEmpty();
  }

  /** Edits that neither stand nor gave way to a decision that the journal shows. */
  public long lostEdits() {
    return truth.fates().overwritten().size() - overwritten;
  }

  private static String reason(Truth.Difference difference, Explain explain) {
    return explain
        .who(difference.lead())
        .flatMap(
            story ->
                java.util.Optional.ofNullable(story.decisions().get(new Track(difference.track()))))
        .filter(d -> d.reason().outcome() != Outcome.PUSHED)
        .filter(d -> !SAYS_THAT_BOTH_AGREE.contains(d.reason()))
        .map(d -> d.reason().name())
        .orElse("");
  }

  private static boolean shows(Story story, Edit edit) {
    return story.timeline().stream()
        .filter(e -> e.record().equals(edit.place().id()))
        .anyMatch(e -> saw(e, edit) || replaced(e, edit));
  }

  private static boolean saw(JournalEntry entry, Edit edit) {
    return entry.kind() == JournalEntry.Kind.OBSERVED && entry.is().equals(edit.to());
  }

  private static boolean replaced(JournalEntry entry, Edit edit) {
    return switch (entry.kind()) {
      case WROTE -> entry.was().equals(edit.to());
      case RESTORED -> entry.is().equals(edit.to());
      default -> false;
    };
  }

  private static String words(Truth.Difference d) {
    return String.format(
        "%s of lead %s and contact %s: Salesforce \"%s\", HubSpot \"%s\"",
        d.track(), d.lead(), d.contact(), d.salesforce(), d.hubspot());
  }
}
