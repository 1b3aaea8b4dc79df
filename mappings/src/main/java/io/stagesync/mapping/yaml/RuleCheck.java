package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FirstLabel;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;

/** Each rule across tracks, on its own, names what exists and does what it says. */
final class RuleCheck {
  private final Draft draft;

  RuleCheck(Draft draft) {
    this.draft = draft;
  }

  void check() {
    for (var rule : draft.mapping().rules()) {
      var when = draft.site(rule).at("when", rule.when().name());
      if (rule.when().name().equals("lead") && draft.mapping().find(rule.when()).isEmpty()) {
        lead(when);
      } else {
        draft
            .track(when, rule.when())
            .ifPresent(driver -> draft.label(when, driver, rule.enters()));
      }
      rule.then().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(target -> target(rule, target.getKey(), target.getValue()));
    }
    draft.mapping().firstLabels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(first -> first(first.getKey(), first.getValue()));
  }

  private void lead(Site when) {
    draft.senseless(
        when,
        DiagnosticId.BAD_VALUE,
        "nothing that becomes of a lead fires a rule, but that it was created",
        "write `lead: created`, or name a track and one of its labels");
  }

  private void first(Track track, FirstLabel first) {
    var site = draft.site(first).at("then", track.name());
    draft
        .track(site, track)
        .ifPresent(
            known -> {
              oneWay(site, known);
              draft
                  .label(site, known, first.label())
                  .ifPresent(label -> writable(site, known, label));
            });
  }

  private void target(Rule rule, Track track, Label label) {
    var site = draft.site(rule).at("then", track.name());
    var driven = draft.track(site, track);
    if (driven.isEmpty()) {
      return;
    }
    if (track.equals(rule.when())) {
      draft.senseless(
          site,
          DiagnosticId.RULE_DRIVES_ITSELF,
          "this rule moves the track that fires it",
          "name another track under `then`");
    }
    oneWay(site, driven.get());
    draft.label(site, driven.get(), label).ifPresent(known -> writable(site, driven.get(), known));
    condition(rule, site, driven.get(), label);
  }

  private void oneWay(Site site, TrackMapping driven) {
    boolean bothFields = driven.fields().size() == Side.values().length;
    if (driven.direction() != Direction.TWO_WAY && bothFields) {
      draft.senseless(
          site,
          DiagnosticId.RULE_DRIVES_ONE_WAY,
          "a rule writes both sides or neither, and the track `"
              + driven.track()
              + "` goes one way",
          "make the track `direction: two-way`, or delete the rule");
    }
  }

  private void writable(Site site, TrackMapping driven, LabelMapping label) {
    for (var side : driven.fields().keySet().stream().sorted().toList()) {
      var kind = label.words(side).kind();
      boolean never = kind == Words.Kind.NONE || kind == Words.Kind.CONVERTED_STATUS;
      if (never && draft.wordsReadable(label, side)) {
        draft.senseless(
            site,
            DiagnosticId.RULE_NEVER_WRITES,
            "a rule writes both sides or neither, and `"
                + label.label()
                + "` is never written in "
                + side.displayName(),
            "name a label that has a word on both sides");
      }
    }
  }

  private void condition(Rule rule, Site site, TrackMapping driven, Label target) {
    if (rule.onlyIf().isEmpty()) {
      boolean ranked = driven.labels().stream().anyMatch(label -> label.rank().isPresent());
      if (!ranked && draft.ranksReadable(driven)) {
        draft.senseless(
            site,
            DiagnosticId.RULE_WITHOUT_CONDITION,
            "the labels of `"
                + driven.track()
                + "` have no ranks, so this rule would overwrite whatever stands there",
            "add `only-if: blank`, or `only-if:` and the label that it may replace");
      }
      return;
    }
    var needed = rule.onlyIf().get().label();
    var place = draft.site(rule).at("only-if");
    needed
        .flatMap(label -> draft.label(place, driven, label))
        .filter(known -> driven.backward(known.label(), target))
        .filter(known -> !declared(driven, known.label(), target))
        .ifPresent(
            known ->
                draft.senseless(
                    place,
                    DiagnosticId.RULE_BACKWARD,
                    "this rule leads back from `"
                        + known.label()
                        + "` to `"
                        + target
                        + "`, and no such way is declared",
                    "declare it under `backward` of `" + driven.track() + "`"));
  }

  private static boolean declared(TrackMapping track, Label from, Label to) {
    return track.waysBack().stream()
        .anyMatch(way -> way.from().contains(from) && way.to().equals(to));
  }
}
