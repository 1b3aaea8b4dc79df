package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a field accepts, as JSON. */
final class CatalogText {
  private CatalogText() {}

  /** A field and which of its values are converted statuses. */
  record Known(FieldCatalog catalog, Set<RawValue> converted) {}

  static String of(FieldCatalog field, Set<RawValue> converted) {
    ObjectNode node =
        Json.object()
            .put("writable", field.writable())
            .put("clearable", field.clearable())
            .put("history", field.keepsHistory())
            .put("forward", field.forwardOnly());
    put(node, "values", field.values());
    ObjectNode labels = node.putObject("labels");
    field.displayLabels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> labels.put(e.getKey().text(), e.getValue()));
    ObjectNode offered = node.putObject("offered");
    field.offered().keySet().stream()
        .sorted()
        .forEach(
            type ->
                put(
                    offered,
                    type.developerName(),
                    sorted(field.offered().getOrDefault(type, Set.of()))));
    put(node, "converted", sorted(converted));
    node.put("type", field.shape().type()).put("restricted", field.shape().restricted());
    Json.putRaw(node, "default", field.shape().byDefault());
    put(node, "inactive", sorted(field.shape().inactive()));
    node.put("label", field.shape().label())
        .put("kind", field.shape().kind().name())
        .put("lock", field.shape().lock().name());
    return Json.text(node);
  }

  static Known parse(String text) {
    JsonNode node = Json.parse(text);
    var labels = new HashMap<RawValue, String>();
    node.required("labels")
        .properties()
        .forEach(e -> labels.put(new RawValue(e.getKey()), e.getValue().textValue()));
    var offered = new HashMap<RecordType, Set<RawValue>>();
    node.required("offered")
        .properties()
        .forEach(e -> offered.put(new RecordType(e.getKey()), Set.copyOf(values(e.getValue()))));
    var shape =
        new FieldShape(
            node.required("type").textValue(),
            node.required("restricted").booleanValue(),
            Json.maybeRaw(node, "default"),
            Set.copyOf(values(node.required("inactive"))),
            node.required("label").textValue(),
            FieldShape.Kind.valueOf(node.required("kind").textValue()),
            FieldShape.Lock.valueOf(node.required("lock").textValue()));
    var catalog =
        new FieldCatalog(
            node.required("writable").booleanValue(),
            node.required("clearable").booleanValue(),
            node.required("history").booleanValue(),
            node.required("forward").booleanValue(),
            values(node.required("values")),
            offered,
            labels,
            shape);
    return new Known(catalog, Set.copyOf(values(node.required("converted"))));
  }

  private static List<RawValue> sorted(Collection<RawValue> values) {
    return values.stream().sorted().toList();
  }

  private static void put(ObjectNode node, String name, List<RawValue> values) {
    var array = node.putArray(name);
    values.forEach(value -> array.add(value.text()));
  }

  private static List<RawValue> values(JsonNode array) {
    var values = new ArrayList<RawValue>();
    array.forEach(value -> values.add(new RawValue(value.textValue())));
    return values;
  }
}
