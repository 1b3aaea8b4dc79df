package io.stagesync.proof;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a draft as a mapping file. */
final class DraftYaml {
  private final StringBuilder text = new StringBuilder("version: 1\nname: Generated\n");

  private DraftYaml() {}

  static String of(Draft draft) {
    return new DraftYaml().write(draft);
  }

  private String write(Draft draft) {
    if (!draft.teams.isEmpty()) {
      line(
          "owners: { "
              + draft.teams.entrySet().stream()
                  .map(t -> t.getKey() + ": " + t.getValue().key())
                  .collect(Collectors.joining(", "))
              + " }");
    }
    draft.limits.ifPresent(
        l ->
            line(
                "limits: { changes: "
                    + l.changes()
                    + ", share: 0%, toward-one-value: "
                    + l.towardOneValue()
                    + "% }"));
    List<String> scope = new ArrayList<>();
    draft.scope.ifPresent(
        s ->
            scope.add(
                "not-below: "
                    + (s.track().isEmpty()
                        ? s.notBelow()
                        : "{ " + s.track() + ": " + s.notBelow() + " }")));
    draft.pilot.ifPresent(p -> scope.add("pilot: { " + pilot(p) + " }"));
    if (!scope.isEmpty()) {
      line("pairs: { scope: { " + String.join(", ", scope) + " } }");
    }
    if (draft.external) {
      line("external-writers:");
      line("  " + Hand.FLOW.said + ": { salesforce: " + Hand.FLOW.id + " }");
      line("  " + Hand.CALENDAR.said + ": { hubspot: " + Hand.CALENDAR.id + " }");
    }
    line("tracks:");
    draft.tracks.forEach(this::track);
    if (!draft.rules.isEmpty() || !draft.first.isEmpty()) {
      line("rules:");
    }
    draft.first.forEach(
        (track, label) ->
            line(
                "  - { when: { lead: created }, then: { "
                    + track
                    + ": "
                    + label
                    + " }, only-if: blank }"));
    for (Draft.RuleDraft rule : draft.rules) {
      line(
          "  - { when: { "
              + rule.when()
              + ": "
              + rule.enters()
              + " }, then: { "
              + rule.driven()
              + ": "
              + rule.target()
              + " }"
              + rule.onlyIf().map(c -> ", only-if: " + (c.isEmpty() ? "blank" : c)).orElse("")
              + " }");
    }
    draft.conversion.ifPresent(
        c -> {
          line("conversion:");
          line("  track: " + c.track());
          c.labels().entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .forEach(
                  l ->
                      line(
                          "  "
                              + l.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-')
                              + ": "
                              + l.getValue()));
          line("  hubspot-disagrees: " + (c.correct() ? "correct" : "hold"));
        });
    if (draft.neverConverted) {
      line("conversion: never");
    }
    if (draft.attributes) {
      line("attributes:");
      line("  tsm: { kind: segment, salesforce: Lead.Segment__c, hubspot: contact.segment }");
      line("  lso: { kind: first-touch, hubspot: contact.origin }");
    }
    if (!draft.labelChanges.isEmpty()
        || draft.tracks.stream().anyMatch(t -> !t.changes.isEmpty())) {
      line("changed-labels:");
    }
    draft.labelChanges.forEach(
        c ->
            line(
                "  - { track: "
                    + c.track()
                    + ", label: "
                    + c.was()
                    + ", now: "
                    + (c.now().isEmpty() ? "none" : "[" + String.join(", ", c.now()) + "]")
                    + " }"));
    draft.tracks.forEach(
        t ->
            t.changes.forEach(
                c ->
                    line(
                        "  - { track: "
                            + t.name
                            + ", "
                            + c.side().key()
                            + ": "
                            + quoted(c.was())
                            + ", now: "
                            + quoted(c.now())
                            + " }")));
    return text.toString();
  }

  private void track(TrackDraft track) {
    line("  " + track.name + ":");
    for (Side side : Side.values()) {
      line("    " + side.key() + ": " + track.fields.getOrDefault(side, "none"));
    }
    if (!track.lone() || track.saysDirection) {
      line("    direction: " + track.direction);
    }
    track.floor.ifPresent(f -> line("    not-below: { " + f.track() + ": " + f.notBelow() + " }"));
    track.policies.forEach((key, value) -> line("    " + key + ": " + value));
    if (!track.writers.isEmpty()) {
      line("    writers: { " + bySide(track.writers) + " }");
    }
    line("    labels:");
    track.labels.forEach(label -> line("      " + label.name + ": " + label(track, label)));
    if (!track.ignored.isEmpty()) {
      line("    ignored: { " + bySide(track.ignored) + " }");
    }
    if (!track.ways.isEmpty()) {
      line("    backward:");
    }
    for (Draft.WayDraft way : track.ways) {
      line(
          "      - { from: ["
              + String.join(", ", way.from())
              + "], to: "
              + way.to()
              + (way.by().isEmpty() ? "" : ", by: " + way.by())
              + (way.cycle() ? ", cycle: next" : "")
              + ", because: Recycled }");
    }
  }

  private static String bySide(Map<Side, List<String>> words) {
    return words.entrySet().stream()
        .map(i -> i.getKey().key() + ": " + listed(i.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String pilot(Draft.PilotDraft pilot) {
    List<String> parts = new ArrayList<>();
    if (!pilot.shows().isEmpty()) {
      parts.add("salesforce: { " + World.PILOT.path() + ": " + listed(pilot.shows()) + " }");
    }
    if (pilot.listed()) {
      parts.add("hubspot-list: " + quoted(World.LIST));
    }
    return String.join(", ", parts);
  }

  private static String label(TrackDraft track, LabelDraft label) {
    List<String> parts = new ArrayList<>();
    label.rank.ifPresent(rank -> parts.add("rank: " + rank));
    if (!label.branch.isEmpty()) {
      parts.add("branch: " + label.branch);
    }
    for (Side side : Side.values()) {
      WordsDraft words = label.on(side);
      if (track.has(side) && !words.is(Draft.Said.MISSING)) {
        parts.add(side.key() + ": " + said(words));
      } else if (!track.has(side) && words.is(Draft.Said.OWN)) {
        parts.add(side.key() + ": " + said(words));
      }
    }
    if (!label.partner.isEmpty()) {
      parts.add("for: { " + Draft.PARTNER + ": { salesforce: " + listed(label.partner) + " } }");
    }
    if (!label.owner.isEmpty()) {
      parts.add("owner: " + label.owner);
    }
    if (!label.requires.isEmpty()) {
      parts.add(
          "requires: "
              + (label.byDefault.isEmpty()
                  ? label.requires
                  : "{ " + label.requires + ": " + label.byDefault + " }"));
    }
    if (label.fromOpportunity) {
      parts.add("from: opportunity");
    }
    criteria(label.entry).ifPresent(c -> parts.add("entry-criteria: " + c));
    criteria(label.exit).ifPresent(c -> parts.add("exit-criteria: " + c));
    label.cap.ifPresent(c -> parts.add("side-effects: { cap: " + c + ", because: A workflow }"));
    return "{ " + String.join(", ", parts) + " }";
  }

  private static Optional<String> criteria(Map<String, List<String>> asked) {
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            asked.entrySet().stream()
                .map(c -> c.getKey() + ": [" + String.join(", ", c.getValue()) + "]")
                .collect(Collectors.joining(", ", "{ ", " }")));
  }

  private static String said(WordsDraft words) {
    return switch (words.said()) {
      case OWN -> listed(words.words());
      case SHARES -> "{ shares: " + words.lender() + " }";
      case NONE -> "none";
      case CONVERTED -> "{ converted-status: any }";
      case MISSING -> throw new IllegalArgumentException("nothing is said");
    };
  }

  private static String listed(List<String> words) {
    return words.size() == 1
        ? quoted(words.get(0))
        : words.stream().map(DraftYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
