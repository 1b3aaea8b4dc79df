package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read beside the fields of the tracks.
 *
 * @param opportunities whether opportunities are read, which is where converted leads go on; an org
 *     that never converts leads spares the calls
 * @param attributes what people are, as opposed to where they stand; in the file's order
 * @param pilot who takes part while not everybody does; empty: everybody
 */
public record Reads(boolean opportunities, List<Attribute> attributes, Optional<Pilot> pilot) {
  /** What a file without a word about it reads. */
  public static final Reads USUAL = new Reads(true, List.of(), Optional.empty());

  public Reads {
    attributes = List.copyOf(attributes);
  }

  /** The fields of one side that are read for it. */
  Set<FieldName> fields(Side side) {
    var fields = new TreeSet<FieldName>();
    attributes.stream().flatMap(a -> a.field(side).stream()).forEach(fields::add);
    pilot.stream()
        .flatMap(p -> p.conditions().stream())
        .map(FieldCondition::field)
        .filter(field -> field.side() == side)
        .forEach(fields::add);
    return fields;
  }
}
