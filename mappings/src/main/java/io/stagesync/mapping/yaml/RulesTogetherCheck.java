package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All rules together come to one result, whatever their order, and come to rest. */
final class RulesTogetherCheck {
  private final Draft draft;
  private final List<Rule> rules;

  RulesTogetherCheck(Draft draft) {
    this.draft = draft;
    this.rules = draft.mapping().rules();
  }

  void check() {
    for (int i = 0; i < rules.size(); i++) {
      for (var target : rules.get(i).then().entrySet()) {
        order(i, target.getKey(), target.getValue());
        takesUp(rules.get(i), target.getKey(), target.getValue());
        first(rules.get(i), target.getKey(), target.getValue());
        backward(i, target.getKey());
        circle(i, target.getKey(), target.getValue());
      }
    }
  }

  /** Nothing says which of two targets is further: without ranks, or on different branches. */
  private void order(int index, Track driven, Label label) {
    var rule = rules.get(index);
    var track = draft.mapping().find(driven);
    if (track.isEmpty()) {
      return;
    }
    boolean ordered = track.get().ordered();
    for (var earlier : rules.subList(0, index)) {
      var other = earlier.then().get(driven);
      if (other == null || other.equals(label) || !canMeet(earlier, rule)) {
        continue;
      }
      // Entered one after the other they may well be told apart; at once they never are.
      boolean always =
          earlier.when().equals(rule.when())
              && earlier.enters().equals(rule.enters())
              && track.get().beside(other, label);
      if (!ordered || always) {
        draft.senseless(
            draft.site(rule).at("then", driven.name()),
            DiagnosticId.RULE_ORDER_MATTERS,
            "the rule in line "
                + earlier.line()
                + " moves `"
                + driven
                + "` to `"
                + other
                + "` in the same case, and "
                + (ordered ? "" : "without ranks ")
                + "none of the two is further",
            "keep one of them, "
                + (ordered ? "" : "give the track ranks, ")
                + "or give them conditions that exclude each other");
        return;
      }
    }
  }

  /**
   * A rule that goes on from where another one of the same entry leads. The entry is open until
   * what it led to is written and seen, so one sync would do the first step and the next one the
   * second.
   */
  private void takesUp(Rule rule, Track driven, Label label) {
    var track = draft.mapping().find(driven);
    var from = rule.onlyIf().flatMap(Rule.Condition::label);
    if (track.isEmpty() || from.isEmpty() || track.get().precedes(label, from.get())) {
      return;
    }
    rules.stream()
        .filter(other -> other.when().equals(rule.when()) && other.enters().equals(rule.enters()))
        .filter(other -> from.equals(Optional.ofNullable(other.then().get(driven))))
        .findFirst()
        .ifPresent(
            other ->
                draft.senseless(
                    draft.site(rule).at("then", driven.name()),
                    DiagnosticId.RULE_ORDER_MATTERS,
                    "the rule in line "
                        + other.line()
                        + " moves `"
                        + driven
                        + "` to `"
                        + from.get()
                        + "` in the same case, and this one would go on from there to `"
                        + label
                        + "` one sync later",
                    "let the rule in line "
                        + other.line()
                        + " lead to `"
                        + label
                        + "`, keep one of the two, or let another label fire one of them"));
  }

  /** At first sight a rule fills a blank, and so does what the track of a new lead begins with. */
  private void first(Rule rule, Track driven, Label label) {
    var track = draft.mapping().find(driven).filter(t -> !t.ordered());
    var first = draft.mapping().firstLabel(driven).filter(f -> !f.label().equals(label));
    boolean fillsBlanks = rule.onlyIf().flatMap(Rule.Condition::label).isEmpty();
    if (track.isPresent() && first.isPresent() && fillsBlanks) {
      draft.senseless(
          draft.site(rule).at("then", driven.name()),
          DiagnosticId.RULE_ORDER_MATTERS,
          "`"
              + driven
              + "` of a new lead begins with `"
              + first.get().label()
              + "` (line "
              + first.get().line()
              + "), and without ranks none of the two is further",
          "keep one of them, give the track ranks, or let this rule name with `only-if` the label"
              + " that it replaces");
    }
  }

  private static boolean canMeet(Rule one, Rule other) {
    return one.onlyIf().isEmpty()
        || other.onlyIf().isEmpty()
        || one.onlyIf().equals(other.onlyIf());
  }

  private void backward(int index, Track driven) {
    var rule = rules.get(index);
    if (!new Backward(draft.mapping()).rule(rule, driven)) {
      return;
    }
    rules.stream()
        .filter(other -> other != rule && other.then().containsKey(driven))
        .findFirst()
        .ifPresent(
            other ->
                draft.senseless(
                    draft.site(rule).at("then", driven.name()),
                    DiagnosticId.BACKWARD_RULE_BESIDE,
                    "this rule leads `"
                        + driven
                        + "` back, and the rule in line "
                        + other.line()
                        + " moves it too",
                    "a rule that leads back has to be the only one of its track"));
  }

  /** Reports a circle at the rule that closes it. */
  private void circle(int index, Track driven, Label label) {
    var closing = rules.get(index);
    var goal = new Step(closing.when(), closing.enters(), List.of());
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Step>();
    open.add(new Step(driven, label, List.of(closing)));
    while (!open.isEmpty()) {
      var step = open.remove();
      if (step.where().equals(goal.where())) {
        report(step, closing, driven);
        return;
      }
      if (seen.add(step.where())) {
        rules.subList(0, index).forEach(rule -> open.addAll(step.through(rule)));
      }
    }
  }

  private void report(Step step, Rule closing, Track driven) {
    var lines =
        step.rules().stream()
            .map(rule -> String.valueOf(rule.line()))
            .distinct()
            .collect(Collectors.joining(", "));
    if (closing.when().equals(driven)) {
      return; // Said already: the rule moves the track that fires it.
    }
    draft.senseless(
        draft.site(closing).at("then", driven.name()),
        DiagnosticId.RULE_CYCLE,
        "these rules run in a circle, back to `"
            + closing.when()
            + ": "
            + closing.enters()
            + "` (lines "
            + lines
            + ")",
        "delete one of them");
  }

  /** A label that rules have led to. */
  private record Step(Track track, Label label, List<Rule> rules) {
    String where() {
      return track + ": " + label;
    }

    List<Step> through(Rule rule) {
      if (!rule.when().equals(track) || !rule.enters().equals(label)) {
        return List.of();
      }
      var way = new ArrayList<>(rules);
      way.add(rule);
      return rule.then().entrySet().stream()
          .map(
              (Map.Entry<Track, Label> to) ->
                  new Step(to.getKey(), to.getValue(), List.copyOf(way)))
          .toList();
    }
  }
}
