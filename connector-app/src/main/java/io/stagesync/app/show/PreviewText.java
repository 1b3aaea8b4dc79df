package io.stagesync.app.show;

import io.stagesync.engine.HeldRow;
import io.stagesync.engine.PlanRow;
import io.stagesync.engine.Preview;
import io.stagesync.engine.SideEffect;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a mapping file would do, for people: what would be written, from value to value; what would
 * be called otherwise; who would stand elsewhere; what it takes.
 *
 * @param file the mapping file, as the user named it
 */
public record PreviewText(Preview preview, String file) {

  /** Prints it. */
  public void to(Lines lines) {
    ground(lines);
    moves(lines);
    renamings(lines);
    standings(lines);
    preview
        .dropped()
        .forEach(
            (track, pairs) ->
                lines.say(
                    String.format(
                        "The file has no track %s any more: %,d pairs keep what they have there.",
                        track, pairs)));
    sum(lines);
  }

  private void ground(Lines lines) {
    var ground = preview.ground();
    lines.say(
        String.format(
            "Preview of %s on %,d pairs, %s",
            file,
            preview.pairs(),
            ground.live()
                ? "as both CRMs have them now."
                : ground.asOf() == 0
                    ? "for nothing was read yet: --live reads both CRMs."
                    : "as the store knows them (read by run "
                        + ground.asOf()
                        + "); no CRM was asked."));
    if (ground.sameMeaning()) {
      lines.say("The file means the same as the one that the last run used.");
    }
    new TreeMap<>(ground.unread())
        .forEach(
            (track, fields) ->
                lines.say(
                    "! unread  "
                        + track
                        + ": no run has looked at "
                        + fields.stream().map(FieldName::toString).collect(Collectors.joining(", "))
                        + " yet, so nothing can be said of it; --live reads it."));
    new TreeMap<>(ground.paused())
        .forEach((track, why) -> lines.say("! would be paused  " + track + ": " + why + "."));
  }

  private void moves(Lines lines) {
    lines.gap();
    if (preview.moves().isEmpty()) {
      lines.say("Nothing would be written.");
      return;
    }
    lines.say(String.format("Would be written: %,d fields", preview.writes()));
    for (var move : preview.moves()) {
      lines.say(
          String.format(
              "  %,8d  %s  %s  %s -> %s%s",
              move.count(),
              move.side().displayName(),
              move.track(),
              value(move.was()),
              value(move.now()),
              move.forChange() == 0
                  ? "  (whatever the file says)"
                  : move.forChange() == move.count()
                      ? ""
                      : String.format("  (%,d for the changed file alone)", move.forChange())));
      move.first().forEach(row -> row(lines, row));
    }
  }

  private static void row(Lines lines, PlanRow row) {
    lines.say("            ~ " + row.lead() + " / " + row.contact());
    lines.say("              why  " + row.reason() + ": " + row.why());
  }

  private void renamings(Lines lines) {
    if (preview.renamings().isEmpty()) {
      return;
    }
    lines.gap();
    lines.say("Would be called otherwise, without a write:");
    for (var renaming : preview.renamings()) {
      lines.say(
          String.format(
              "  %,8d  %s  %s -> %s",
              renaming.count(), renaming.track(), renaming.was(), renaming.now()));
    }
  }

  private void standings(Lines lines) {
    lines.gap();
    var changed = preview.standings().stream().filter(s -> s.entered() + s.left() > 0).toList();
    if (changed.isEmpty()) {
      lines.say("Everybody would stand where they stand.");
      return;
    }
    lines.say("Would stand elsewhere:");
    for (var s : changed) {
      lines.say(
          String.format(
              "  %-22s  %s  now %,d, then %,d  (%,d come, %,d go)",
              s.reason(), s.track(), s.before(), s.after(), s.entered(), s.left()));
      s.first().forEach(row -> row(lines, row));
    }
  }

  private static void row(Lines lines, HeldRow row) {
    lines.say("            x " + row.lead() + " / " + row.contact());
    lines.say("              why  " + row.why());
  }

  private void sum(Lines lines) {
    lines.gap();
    if (preview.openByHistory() > 0) {
      lines.say(
          String.format(
              "%,d conflicts may be settled by the fields' histories; --live asks for them.",
              preview.openByHistory()));
    }
    if (!preview.sideEffects().isEmpty()) {
      lines.say(
          "Side effects: "
              + preview.sideEffects().stream()
                  .map(SideEffect::sentence)
                  .collect(Collectors.joining("; ")));
    }
    lines.say(
        String.format(
            "Calls to carry it out: Salesforce ~%,d, HubSpot ~%,d",
            preview.calls().getOrDefault(Side.SALESFORCE, 0L),
            preview.calls().getOrDefault(Side.HUBSPOT, 0L)));
    if (preview.forApproval() > 0) {
      lines.say(
          String.format(
              "With this file in place, %,d of these wait (MAPPING_CHANGED) until a person approves"
                  + " them once: `stagesync plan --out plan.json`, then `stagesync apply plan.json"
                  + " --approve`.",
              preview.forApproval()));
    } else {
      preview.limit().ifPresent(limit -> lines.say("! " + limit.sentence()));
    }
    lines.say("Nothing written.");
  }

  private static String value(String raw) {
    return raw.isBlank() ? "(blank)" : "\"" + raw + "\"";
  }
}
