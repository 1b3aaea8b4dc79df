package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Criteria look at other tracks, at labels that these have, and no rule undoes them: the move that
 * they let through and what follows from it are carried out together, one side after the other, and
 * half way the criterion has to hold still.
 */
final class CriteriaCheck {
  private final Draft draft;
  private final TrackMapping track;

  CriteriaCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    for (var label : track.labels()) {
      var criteria = label.criteria();
      criteria(label, "entry-criteria", criteria.entry());
      criteria(label, "exit-criteria", criteria.exit());
      criteria
          .entry()
          .forEach((other, wanted) -> undone(label, "entry-criteria", other, wanted, label));
      for (var next : track.labels()) {
        if (!next.label().equals(label.label())) {
          criteria
              .exit()
              .forEach((other, wanted) -> undone(label, "exit-criteria", other, wanted, next));
        }
      }
    }
  }

  private void criteria(LabelMapping label, String key, Map<Track, List<Label>> asked) {
    var site = draft.site(label).at(key);
    if (!asked.isEmpty() && track.fields().size() == 1 && isAlone()) {
      draft.senseless(
          site,
          DiagnosticId.ONE_FIELD_ONLY,
          "the track `"
              + track.track()
              + "` has a field on one side only, so nobody's move is judged",
          "delete `" + key + "`");
      return;
    }
    asked.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            other -> {
              var named = site.at(other.getKey().name());
              if (other.getKey().equals(track.track())) {
                draft.senseless(
                    named,
                    DiagnosticId.CRITERION_UNMEETABLE,
                    "a label is left and another one entered in one move, so this looks at nothing",
                    "name another track; where people may go in this one, `backward` and `skips` say");
                return;
              }
              draft
                  .track(named, other.getKey())
                  .ifPresent(
                      known ->
                          other
                              .getValue()
                              .forEach(l -> draft.label(named.saying(l.name()), known, l)));
            });
  }

  private boolean isAlone() {
    var site = draft.site(track);
    return site.at("salesforce").isKeyword("none") || site.at("hubspot").isKeyword("none");
  }

  /** A rule that entering a label fires, and that takes the other track out of the criterion. */
  private void undone(
      LabelMapping label, String key, Track other, List<Label> wanted, LabelMapping entered) {
    undoing(entered.label(), other, wanted)
        .ifPresent(
            rule ->
                draft.senseless(
                    draft.site(label).at(key, other.name()),
                    DiagnosticId.CRITERION_UNMEETABLE,
                    "entering `"
                        + entered.label()
                        + "` takes `"
                        + other
                        + "` to `"
                        + rule.then().get(other)
                        + "` by the rule in line "
                        + rule.line()
                        + ", where this criterion does not hold",
                    "add `" + rule.then().get(other) + "` here, or change the rule"));
  }

  private Optional<Rule> undoing(Label entered, Track other, List<Label> wanted) {
    var seen = new HashSet<Map.Entry<Track, Label>>();
    var open = new ArrayDeque<Map.Entry<Track, Label>>();
    open.add(Map.entry(track.track(), entered));
    while (!open.isEmpty()) {
      var at = open.remove();
      if (!seen.add(at)) {
        continue;
      }
      for (var rule : draft.mapping().rules()) {
        if (rule.when().equals(at.getKey()) && rule.enters().equals(at.getValue())) {
          var to = rule.then().get(other);
          if (to != null && !wanted.contains(to)) {
            return Optional.of(rule);
          }
          rule.then().forEach((track, label) -> open.add(Map.entry(track, label)));
        }
      }
    }
    return Optional.empty();
  }
}
