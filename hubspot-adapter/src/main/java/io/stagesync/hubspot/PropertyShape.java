package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.PropertyDefinition;
import io.stagesync.hubspot.client.model.PropertyOption;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a property of contacts is to us. */
final class PropertyShape {
  private PropertyShape() {}

  /** A list of options is always closed; no property has a default that is told. */
  static FieldShape of(PropertyDefinition definition, boolean readOnly) {
    boolean calculated = calculated(definition);
    return new FieldShape(
        Objects.requireNonNullElse(definition.getType(), ""),
        !options(definition).isEmpty(),
        Optional.empty(),
        hidden(definition),
        Objects.requireNonNullElse(definition.getLabel(), ""),
        kind(definition),
        calculated ? Lock.CALCULATED : readOnly ? Lock.READ_ONLY : Lock.NONE);
  }

  /** Whether HubSpot computes it, which older definitions say in the type of their field. */
  static boolean calculated(PropertyDefinition definition) {
    return Boolean.TRUE.equals(definition.getCalculated())
        || fieldType(definition).startsWith("calculation");
  }

  /** A choice among things that live elsewhere, owners for example, has no words. */
  private static Kind kind(PropertyDefinition definition) {
    var type = Objects.requireNonNullElse(definition.getType(), "");
    if (type.equals("enumeration")) {
      return options(definition).isEmpty()
          ? Kind.OTHER
          : fieldType(definition).equals("checkbox") ? Kind.CHOICES : Kind.CHOICE;
    }
    boolean text = type.equals("string") && !fieldType(definition).equals("file");
    return text ? Kind.TEXT : Kind.OTHER;
  }

  private static String fieldType(PropertyDefinition definition) {
    return Objects.requireNonNullElse(definition.getFieldType(), "");
  }

  /** The options that have a value, in the order of the definition. */
  static List<PropertyOption> options(PropertyDefinition definition) {
    return Objects.requireNonNullElse(definition.getOptions(), List.<PropertyOption>of()).stream()
        .filter(option -> option.getValue() != null && !option.getValue().isBlank())
        .toList();
  }

  private static Set<RawValue> hidden(PropertyDefinition definition) {
    return options(definition).stream()
        .filter(option -> Boolean.TRUE.equals(option.getHidden()))
        .map(option -> new RawValue(option.getValue()))
        .collect(Collectors.toSet());
  }
}
