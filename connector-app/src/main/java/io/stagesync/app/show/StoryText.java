package io.stagesync.app.show;

import io.stagesync.engine.Story;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.Side;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's story, for people.
 *
 * @param zone the time zone in which times are shown
 */
public record StoryText(Story story, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Prints it. */
  public void to(Lines lines) {
    identity(lines);
    now(lines, Side.SALESFORCE, story.lead());
    now(lines, Side.HUBSPOT, story.contact());
    story.attributes().forEach(a -> lines.say("Attribute  " + new AttributeWords(a, zone).line()));
    timeline(lines);
    decisions(lines);
    for (var c : story.waiting()) {
      lines.say(
          String.format(
              "Waiting    %s %s -> %s (%s)%s",
              c.write().field(),
              blank(c.from()),
              blank(c.to()),
              c.reason(),
              c.approved() ? ", approved" : ""));
    }
    for (var intent : story.open()) {
      lines.say(
          String.format(
              "Under way  %s %s: the next run looks whether it was carried out (run %d, %s)",
              intent.side().displayName(), intent.record(), intent.run(), intent.trace()));
    }
    for (var member : story.campaigns()) {
      lines.say(
          String.format(
              "Campaign   %s: %s%s (never part of a decision)",
              member.campaignName(),
              member.status().map(Object::toString).orElse("no status"),
              member.responded() ? ", responded" : ""));
    }
  }

  private void identity(Lines lines) {
    var lead = story.lead().map(r -> r.id() + " (" + state(r) + ")").orElse("-");
    var contact = story.contact().map(r -> r.id().toString()).orElse("-");
    lines.say(
        String.format(
            "Identity   Lead %s   HubSpot %s   %s",
            lead,
            contact,
            story
                .pair()
                .map(p -> p.id() + ", matched by " + p.matchedBy())
                .orElse("no pair: " + story.whyAlone())));
  }

  private static String state(SeenRecord lead) {
    if (lead.presence() == io.stagesync.port.CrmRecord.Presence.GONE) {
      return "gone";
    }
    return lead.conversion()
        .filter(c -> c.converted())
        .map(
            c ->
                "converted, opportunity "
                    + c.evidence().name().toLowerCase(java.util.Locale.ROOT)
                    + c.contact().map(id -> ", contact " + id).orElse("")
                    + c.opportunity().map(id -> ", opportunity " + id).orElse(""))
        .orElse("active");
  }

  private void now(Lines lines, Side side, Optional<SeenRecord> record) {
    record.ifPresent(
        r ->
            new TreeMap<>(r.fields())
                .forEach(
                    (field, seen) ->
                        lines.say(
                            String.format(
                                "Now        %s = %s   since %s%s",
                                field,
                                seen.reading()
                                    .value()
                                    .map(v -> "\"" + v + "\"")
                                    .orElse(
                                        seen.reading()
                                            .kind()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)),
                                TIME.format(seen.changedBy().atZone(zone)),
                                seen.author().isBlank() ? "" : ", by " + seen.author()))));
  }

  private void timeline(Lines lines) {
    if (!story.timeline().isEmpty()) {
      lines.say("Timeline");
    }
    for (JournalEntry e : story.timeline()) {
      var where = e.side().map(Side::displayName).orElse("");
      var values =
          e.was().isBlank() && e.is().isBlank() ? "" : blank(e.was()) + " -> " + blank(e.is());
      lines.say(
          String.format(
                  "  %s  %-11s %-10s %s  %s%s%s",
                  TIME.format(e.at().atZone(zone)),
                  e.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                  where,
                  values,
                  e.track().map(t -> t + ": ").orElse("") + e.text(),
                  e.by().isBlank() ? "" : " (by " + e.by() + ")",
                  e.run() == 0 ? "" : "  (run " + e.run() + ")")
              .stripTrailing());
    }
  }

  private void decisions(Lines lines) {
    new TreeMap<>(story.decisions())
        .forEach(
            (track, d) -> {
              lines.say(
                  String.format(
                      "Decision   %s: %s%s%s",
                      track,
                      d.reason(),
                      d.to().isBlank() ? "" : " " + d.to(),
                      d.base()
                          .filter(b -> b.cycle() > 1)
                          .map(b -> " (cycle " + b.cycle() + ")")
                          .orElse("")));
              lines.say("           " + d.why());
              if (!d.release().isBlank()) {
                lines.say("Releases   " + d.release());
              }
            });
  }

  private static String blank(String text) {
    return text.isBlank() ? "(blank)" : text;
  }
}
