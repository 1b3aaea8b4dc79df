package io.stagesync.app.show;

import io.stagesync.engine.HeldRow;
import io.stagesync.engine.Plan;
import io.stagesync.engine.PlanHeader;
import io.stagesync.engine.PlanRow;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A plan for people: first how many, by reason and by from and to; then the first rows of each kind
 * with their reasons; last what it comes to.
 *
 * @param most how many rows of each kind are shown; with 0 only what it comes to
 */
public record PlanText(Plan plan, int most) {
  private record Change(Side side, Track track, Reason reason, String from, String to) {}

  private record Hold(Track track, Reason reason) {}

  /** Prints it. */
  public void to(Lines lines) {
    var header = plan.header();
    lines.say(String.format("Scope %,d pairs   to change: %,d", header.pairs(), header.changes()));
    lines.say(
        String.format(
            "Salesforce calls needed ~%,d   HubSpot calls needed ~%,d",
            header.callsToWrite().getOrDefault(Side.SALESFORCE, 0L),
            header.callsToWrite().getOrDefault(Side.HUBSPOT, 0L)));
    counts(lines, header);
    changes(lines, header);
    holds(lines);
    sum(lines, header);
  }

  private static void counts(Lines lines, PlanHeader header) {
    if (header.tallies().isEmpty()) {
      return;
    }
    lines.gap();
    var table = new Table();
    for (var t : header.tallies()) {
      table.row(
          t.count(),
          t.side().displayName(),
          t.track(),
          label(t.from()) + " -> " + label(t.to()),
          t.reason());
    }
    table.to(lines);
  }

  private void changes(Lines lines, PlanHeader header) {
    var first = new HashMap<Change, FirstFew<PlanRow>>();
    plan.rows(
        row ->
            first
                .computeIfAbsent(
                    new Change(row.write().side(), row.track(), row.reason(), row.from(), row.to()),
                    k -> new FirstFew<>(most))
                .add(row));
    for (var tally : header.tallies()) {
      var kind = new Change(tally.side(), tally.track(), tally.reason(), tally.from(), tally.to());
      var rows = first.remove(kind);
      if (rows == null || most < 1) {
        continue;
      }
      lines.gap();
      for (var row : rows.kept()) {
        lines.say(
            String.format(
                "  ~ %s / %s  %s.%s  %s -> %s",
                row.lead(),
                row.contact(),
                row.write().side().displayName(),
                row.write().field().path(),
                value(row.write().expected().map(Object::toString).orElse("")),
                value(row.write().value().map(Object::toString).orElse(""))));
        lines.say("      why  " + row.reason() + ": " + row.why());
      }
      rows.rest(lines);
    }
  }

  private void holds(Lines lines) {
    var first = new HashMap<Hold, FirstFew<HeldRow>>();
    plan.held(
        row ->
            first
                .computeIfAbsent(new Hold(row.track(), row.reason()), k -> new FirstFew<>(most))
                .add(row));
    var kinds =
        first.keySet().stream()
            .sorted(Comparator.comparing(Hold::reason).thenComparing(Hold::track))
            .toList();
    for (var kind : kinds) {
      var rows = first.get(kind);
      if (rows == null || most < 1) {
        continue;
      }
      lines.gap();
      var mark = kind.reason().outcome() == Outcome.CONFLICT ? "!" : "x";
      for (var row : rows.kept()) {
        lines.say(
            String.format(
                "  %s %s / %s  %s  %s",
                mark, row.lead(), row.contact(), row.reason(), row.track()));
        lines.say("      why  " + row.why());
        if (!row.release().isBlank()) {
          lines.say("      do   " + row.release());
        }
      }
      rows.rest(lines);
    }
  }

  private static void sum(Lines lines, PlanHeader header) {
    var counted = new Counted(header.standing());
    long hubspot = changes(header, Side.HUBSPOT);
    long salesforce = changes(header, Side.SALESFORCE);
    lines.gap();
    lines.say(
        String.format(
            "Plan: %,d to change (%,d HubSpot, %,d Salesforce), %,d conflicts, %,d in agreement, "
                + "%,d skipped, %,d held.",
            header.changes(),
            hubspot,
            salesforce,
            counted.of(Outcome.CONFLICT),
            counted.of(Outcome.AGREED),
            counted.of(Outcome.SKIPPED),
            counted.of(Outcome.HELD)));
    for (var effect : header.sideEffects()) {
      lines.say((effect.beyond() ? "! " : "") + "Side effects: " + effect.sentence());
    }
    header.limit().ifPresent(limit -> lines.say("! " + limit.sentence()));
    RunText.paused(lines, header.paused());
    lines.say("Nothing written.");
  }

  private static long changes(PlanHeader header, Side side) {
    return header.tallies().stream().filter(t -> t.side() == side).mapToLong(t -> t.count()).sum();
  }

  private static String label(String label) {
    return label.isBlank() ? "(blank)" : label;
  }

  private static String value(String raw) {
    return raw.isBlank() ? "(blank)" : "\"" + raw + "\"";
  }

  /** The first few of many, and how many there were. */
  private static final class FirstFew<T> {
    private final int most;
    private final List<T> kept = new java.util.ArrayList<>();
    private long all;

    private FirstFew(int most) {
      this.most = most;
    }

    private void add(T one) {
      all++;
      if (kept.size() < most) {
        kept.add(one);
      }
    }

    private List<T> kept() {
      return kept;
    }

    private void rest(Lines lines) {
      if (all > kept.size()) {
        lines.say(String.format("    and %,d more alike", all - kept.size()));
      }
    }
  }
}
