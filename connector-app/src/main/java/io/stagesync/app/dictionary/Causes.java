package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import java.util.ArrayList;
import java.util.List;

/** What can make StageSync write a field, besides an edit of the other side. */
record Causes(Mapping mapping, TrackMapping track, FieldName field) {

  /** Clauses that stand behind an "or"; none where only the other side moves the field. */
  List<Phrase> all() {
    var all = new ArrayList<Phrase>();
    rules(all);
    var first = mapping.firstLabels().get(track.track());
    if (first != null) {
      all.add(
          Phrase.of("the lead was new, and both sides were blank: it begins with ")
              .name(first.label()));
    }
    supplied(all);
    track.changes().words().stream()
        .filter(change -> change.side() == field.side())
        .forEach(
            change ->
                all.add(
                    Phrase.of("its old word ")
                        .word(change.was())
                        .and(" was replaced by ")
                        .word(change.now())));
    return all;
  }

  private void rules(List<Phrase> all) {
    for (var rule : mapping.rules()) {
      var target = rule.then().get(track.track());
      if (target != null) {
        all.add(
            Phrase.named(rule.when())
                .and(" became ")
                .name(rule.enters())
                .and(", which leads to ")
                .name(target));
      }
    }
  }

  /** A label of another track that needs a value here brings one along. */
  private void supplied(List<Phrase> all) {
    for (var other : mapping.tracks()) {
      for (var label : other.labels()) {
        if (label.requires().filter(track.track()::equals).isPresent()) {
          label
              .companionDefault()
              .ifPresent(
                  value ->
                      all.add(
                          Phrase.named(other.track())
                              .and(" became ")
                              .name(label.label())
                              .and(", which needs a value here: ")
                              .name(value)
                              .and(" is supplied")));
        }
      }
    }
  }
}
