package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules across tracks. */
final class RuleReader {
  private static final String EXAMPLE =
      "- { when: { lead-status: qualified }, then: { lead-stage: sql } }";

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  RuleReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  List<Rule> read(Site site) {
    if (!site.isList()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          "`rules` has to be a list",
          "write each rule like `" + EXAMPLE + "`");
    }
    var rules = new ArrayList<Rule>();
    for (var item : site.items()) {
      rule(item).ifPresent(rule -> rules.add(sites.remember(rule, item)));
    }
    return rules;
  }

  private Optional<Rule> rule(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("when", "then", "only-if"));
    var when =
        keys.required("when", "name the track and the label whose entry fires the rule")
            .flatMap(w -> Entry.single(w, problems, "{ lead-status: qualified }"));
    if (when.filter(w -> w.name().equals("lead") && w.text().equals("created")).isPresent()) {
      problems.unreadable(
          when.get().keyPlace(),
          DiagnosticId.NOT_YET,
          "`lead: created` is planned; this version does not carry it out, so it refuses it",
          "let the CRM that creates the record set its first values");
      return Optional.empty();
    }
    var then =
        keys.required("then", "name the track and the label that it moves to")
            .map(this::targets)
            .orElse(Map.of());
    var enters = when.flatMap(scalars::word);
    var onlyIf = keys.get("only-if").flatMap(this::condition);
    if (enters.isEmpty() || then.isEmpty() || when.get().name().isBlank()) {
      return Optional.empty();
    }
    var driver = new Track(when.get().name());
    return Optional.of(
        new Rule(driver, new Label(enters.get()), then, onlyIf, site.place().line()));
  }

  private Map<Track, Label> targets(Site site) {
    var targets = new LinkedHashMap<Track, Label>();
    if (site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          "`then` has to be tracks with the labels that they move to",
          "write it like `{ lead-stage: sql }`");
    }
    for (var entry : site.entries()) {
      scalars
          .word(entry)
          .filter(label -> !entry.name().isBlank())
          .ifPresent(label -> targets.put(new Track(entry.name()), new Label(label)));
    }
    return targets;
  }

  private Optional<Rule.Condition> condition(Site site) {
    return site.isKeyword("blank")
        ? Optional.of(new Rule.Condition(Optional.empty()))
        : scalars.word(site).map(label -> new Rule.Condition(Optional.of(new Label(label))));
  }
}
