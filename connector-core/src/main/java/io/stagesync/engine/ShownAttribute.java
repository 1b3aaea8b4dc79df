package io.stagesync.engine;

import io.stagesync.mapping.Attribute;
import io.stagesync.port.Reading;
import io.stagesync.state.FirstTouch;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * What a person is: an attribute as their records show it.
 *
 * @param now what each side shows that has a field for it and a record of the person
 * @param first for a first touch, the value that was seen first; empty where none was seen yet
 */
public record ShownAttribute(
    String name, Attribute.Kind kind, Map<Side, Reading> now, Optional<FirstTouch> first) {
  public ShownAttribute {
    now = Map.copyOf(now);
  }
}
