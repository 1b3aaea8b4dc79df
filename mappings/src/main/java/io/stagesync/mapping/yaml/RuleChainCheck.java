package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules drive one another over so few tracks that a person can still follow them. */
final class RuleChainCheck {
  private static final int MOST_TRACKS = 3;

  private final Draft draft;
  private final List<Rule> rules;

  RuleChainCheck(Draft draft) {
    this.draft = draft;
    this.rules = draft.mapping().rules();
  }

  void check() {
    for (var rule : rules) {
      var seen = new HashSet<Reached>();
      var open = new ArrayDeque<>(new Reached(rule.when(), rule.enters(), Set.of()).through(rule));
      while (!open.isEmpty()) {
        var reached = open.remove();
        if (reached.tracks().size() > MOST_TRACKS) {
          report(rule, reached);
          return;
        }
        if (seen.add(reached)) {
          rules.forEach(next -> open.addAll(reached.through(next)));
        }
      }
    }
  }

  private void report(Rule rule, Reached reached) {
    draft.senseless(
        draft.site(rule).at("when"),
        DiagnosticId.RULE_CHAIN,
        "from here rules drive one another over more than "
            + MOST_TRACKS
            + " tracks: "
            + String.join(", ", reached.tracks()),
        "let this rule move the last of them directly");
  }

  /**
   * A label that rules have led to.
   *
   * @param tracks the names of all tracks on the way, this one included
   */
  private record Reached(Track track, Label label, Set<String> tracks) {
    List<Reached> through(Rule rule) {
      if (!rule.when().equals(track) || !rule.enters().equals(label)) {
        return List.of();
      }
      return rule.then().entrySet().stream()
          .map(
              target -> {
                var names = new LinkedHashSet<>(tracks);
                names.add(track.name());
                names.add(target.getKey().name());
                return new Reached(target.getKey(), target.getValue(), names);
              })
          .toList();
    }
  }
}
