package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/** Which rules lead a track back. */
record Backward(Mapping mapping) {

  /** Whether a rule waits for a label of a driven track that is further than where it leads. */
  boolean rule(Rule rule, Track driven) {
    var target = Optional.ofNullable(rule.then().get(driven));
    var from = rule.onlyIf().flatMap(Rule.Condition::label);
    var track = mapping.find(driven);
    return target.isPresent()
        && from.isPresent()
        && track.isPresent()
        && track.get().backward(from.get(), target.get());
  }
}
