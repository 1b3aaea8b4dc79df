package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FirstLabel;
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
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Track, FirstLabel> firstLabels = new LinkedHashMap<>();

  RuleReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  void read(Site site) {
    if (!site.isList()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          "`rules` has to be a list",
          "write each rule like `" + EXAMPLE + "`");
    }
    for (var item : site.items()) {
      rule(item);
    }
  }

  List<Rule> rules() {
    return rules;
  }

  Map<Track, FirstLabel> firstLabels() {
    return firstLabels;
  }

  private void rule(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("when", "then", "only-if"));
    var when =
        keys.required("when", "name the track and the label whose entry fires the rule")
            .flatMap(w -> Entry.single(w, problems, "{ lead-status: qualified }"));
    var then =
        keys.required("then", "name the track and the label that it moves to")
            .map(this::targets)
            .orElse(Map.of());
    if (when.filter(w -> w.name().equals("lead") && w.text().equals("created")).isPresent()) {
      firstLabels(site, keys.get("only-if"), then);
      return;
    }
    var enters = when.flatMap(scalars::word);
    var onlyIf = keys.get("only-if").flatMap(this::condition);
    if (enters.isEmpty() || when.get().name().isBlank()) {
      return;
    }
    var driver = new Track(when.get().name());
    var rule = new Rule(driver, new Label(enters.get()), then, onlyIf, site.place().line());
    rules.add(sites.remember(rule, site));
  }

  /** A new lead is no track that is entered: its rule says what its tracks begin with. */
  private void firstLabels(Site site, Optional<Site> onlyIf, Map<Track, Label> then) {
    if (onlyIf.filter(condition -> condition.isKeyword("blank")).isEmpty()) {
      problems.unreadable(
          onlyIf.orElse(site),
          DiagnosticId.RULE_WITHOUT_CONDITION,
          "a new lead gets a label only where both sides are blank",
          onlyIf.isPresent() ? "write `only-if: blank`" : "add `only-if: blank`");
    }
    then.forEach(
        (track, label) -> {
          var first = new FirstLabel(label, site.place().line());
          var earlier = firstLabels.putIfAbsent(track, sites.remember(first, site));
          if (earlier != null) {
            problems.unreadable(
                site.at("then", track.name()),
                DiagnosticId.RULE_ORDER_MATTERS,
                "the rule in line "
                    + earlier.line()
                    + " says already what `"
                    + track
                    + "` of a new lead begins with",
                "keep one of them");
          }
        });
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
