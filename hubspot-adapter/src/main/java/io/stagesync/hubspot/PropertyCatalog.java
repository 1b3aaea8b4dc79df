package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.PropertyDefinition;
import io.stagesync.hubspot.client.model.PropertyOption;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mapped properties accept, kept for a quarter of an hour. May be shared by threads. */
final class PropertyCatalog {
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final String STAGE = "lifecyclestage";

  private final HubSpotCalls calls;
  private final ContactShape shape;
  private @Nullable Catalog kept;
  private Instant readAt = Instant.EPOCH;

  PropertyCatalog(HubSpotCalls calls, ContactShape shape) {
    this.calls = calls;
    this.shape = shape;
  }

  synchronized Catalog current(boolean fresh) {
    var now = calls.clock().instant();
    var age = Duration.between(readAt, now);
    if (fresh || kept == null || age.isNegative() || age.compareTo(KEPT) >= 0) {
      kept = read();
      readAt = now;
    }
    return kept;
  }

  /** A write was refused: what we know may be out of date. */
  synchronized void doubted() {
    kept = null;
  }

  private Catalog read() {
    var names = String.join(",", shape.defined());
    var list =
        calls.read(
            Purpose.METADATA,
            "reading property definitions",
            () -> {
              var answer = calls.properties().listContactProperties(calls.version(), names, false);
              return answer == null || answer.getResults() == null ? null : answer;
            });
    var fields = new HashMap<FieldName, FieldCatalog>();
    for (PropertyDefinition definition : list.getResults()) {
      shape.fields().stream()
          .filter(field -> field.name().equals(definition.getName()))
          .forEach(field -> fields.put(field, field(definition)));
    }
    return new Catalog(Side.HUBSPOT, fields, Set.of(), absent(list.getResults()));
  }

  /** The property by which pairs are found, where the account does not have it. */
  private Set<FieldName> absent(List<PropertyDefinition> there) {
    var field = shape.leadIdField();
    return there.stream().anyMatch(definition -> field.name().equals(definition.getName()))
        ? Set.of()
        : Set.of(field);
  }

  private static FieldCatalog field(PropertyDefinition definition) {
    var rights = definition.getModificationMetadata();
    var readOnly = rights != null && Boolean.TRUE.equals(rights.getReadOnlyValue());
    var calculated = PropertyShape.calculated(definition);
    var labels = new LinkedHashMap<RawValue, String>();
    options(definition)
        .forEach(
            option ->
                labels.put(
                    new RawValue(option.getValue()),
                    option.getLabel() == null ? option.getValue() : option.getLabel()));
    return new FieldCatalog(
        !readOnly && !calculated,
        true,
        true,
        STAGE.equals(definition.getName()),
        List.copyOf(labels.keySet()),
        Map.of(),
        labels,
        PropertyShape.of(definition, readOnly));
  }

  /** Hidden options among them, because records still hold them; -1 stands for the end. */
  private static List<PropertyOption> options(PropertyDefinition definition) {
    return PropertyShape.options(definition).stream()
        .sorted(Comparator.comparingInt(PropertyCatalog::place))
        .toList();
  }

  private static int place(PropertyOption option) {
    var order = option.getDisplayOrder();
    return order == null || order < 0 ? Integer.MAX_VALUE : order;
  }
}
