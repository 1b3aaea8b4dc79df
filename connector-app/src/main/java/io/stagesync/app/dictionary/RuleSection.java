package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import java.util.ArrayList;
import java.util.List;

/** The rules by which one track moves another. */
record RuleSection(Mapping mapping) {

  void on(Sheet sheet) {
    sheet.say(
        Phrase.of(
            "A rule moves both sides or neither. When a person is first seen, rules only fill"
                + " blanks."));
    var all = new ArrayList<Phrase>();
    for (var rule : mapping.rules()) {
      for (var driven : mapping.tracks()) {
        var target = rule.then().get(driven.track());
        if (target != null) {
          all.add(rule(rule, driven, target));
        }
      }
    }
    for (var track : mapping.tracks()) {
      var first = mapping.firstLabels().get(track.track());
      if (first != null) {
        all.add(
            Phrase.of("When a lead is new and both sides are blank, ")
                .name(track.track())
                .and(" begins with ")
                .name(first.label())
                .and("."));
      }
    }
    sheet.list(List.copyOf(all));
  }

  private static Phrase rule(Rule rule, TrackMapping driven, Label target) {
    var said =
        Phrase.of("When ")
            .name(rule.when())
            .and(" becomes ")
            .name(rule.enters())
            .and(", ")
            .name(driven.track())
            .and(" becomes ")
            .name(target);
    if (rule.onlyIf().isEmpty()) {
      return said.and(driven.ordered() ? ", unless it is there or further." : ".");
    }
    return rule.onlyIf()
        .get()
        .label()
        .map(label -> said.and(", if it is ").name(label).and("."))
        .orElse(said.and(", if it is blank."));
  }
}
