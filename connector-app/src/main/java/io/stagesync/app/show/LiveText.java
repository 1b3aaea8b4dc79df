package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.live.LiveFact;
import io.stagesync.mapping.live.LiveList;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a mapping was held against in both CRMs, for people and for programs. */
public record LiveText(List<LiveFact> facts) {
  /** Where the CRMs were not asked. */
  public static final LiveText NOTHING = new LiveText(List.of());

  public LiveText {
    facts = List.copyOf(facts);
  }

  /** Prints two lines or more for each field. */
  public void to(Lines lines) {
    for (var fact : facts) {
      lines.say(fact.track() + ", " + fact.name() + ": " + what(fact) + counts(fact));
      fact.lists().forEach(list -> lines.say(order(list)));
      if (!fact.forgotten().isEmpty()) {
        lines.say(
            "  "
                + (fact.name().side() == Side.SALESFORCE ? "inactive" : "hidden")
                + " there and not in the file: "
                + words(fact.forgotten())
                + "; who still has one is held");
      }
      new TreeMap<>(fact.unsayable())
          .forEach(
              (type, labels) ->
                  lines.say(
                      "  record type "
                          + type
                          + " offers no word of "
                          + labels.stream().map(Label::name).collect(Collectors.joining(", "))
                          + "; moves of its leads there are held"));
    }
  }

  private static String order(LiveList list) {
    return "  "
        + list.type().map(type -> "record type " + type + " lists ").orElse("lists ")
        + (list.entries().isEmpty()
            ? "nothing"
            : list.entries().stream().map(LiveText::entry).collect(Collectors.joining(", ")));
  }

  private static String entry(LiveList.Entry entry) {
    var meaning =
        entry.label().map(Label::name).orElse(entry.ignored() ? "ignored" : "not in the file");
    return '"' + entry.value().text() + "\" (" + meaning + ")";
  }

  private static String what(LiveFact fact) {
    var shape = fact.field().shape();
    var type = shape.type().isBlank() ? "" : shape.type() + ", ";
    return type + (fact.written() ? "read and written" : "read");
  }

  private static String counts(LiveFact fact) {
    int all = fact.mapped() + fact.ignored() + fact.unmapped();
    if (all == 0) {
      return ", takes any text";
    }
    return (fact.field().shape().restricted() ? ", takes its values only" : ", takes any text")
        + String.format(
            "; %,d values: %,d mapped, %,d ignored%s",
            all,
            fact.mapped(),
            fact.ignored(),
            fact.unmapped() == 0 ? "" : String.format(", %,d neither", fact.unmapped()));
  }

  private static String words(List<RawValue> values) {
    return values.stream().map(RawValue::text).collect(Collectors.joining(", "));
  }

  /** One object for each field. */
  public ArrayNode json() {
    var all = JsonNodeFactory.instance.arrayNode();
    facts.forEach(fact -> json(all.addObject(), fact));
    return all;
  }

  private static void json(ObjectNode node, LiveFact fact) {
    node.put("track", fact.track().name())
        .put("side", fact.name().side().key())
        .put("field", fact.name().path())
        .put("type", fact.field().shape().type())
        .put("kind", fact.field().shape().kind().name().toLowerCase(Locale.ROOT))
        .put("written", fact.written())
        .put("writable", fact.field().writable())
        .put("restricted", fact.field().shape().restricted())
        .put("mapped", fact.mapped())
        .put("ignored", fact.ignored())
        .put("unmapped", fact.unmapped());
    fact.forgotten().forEach(v -> node.withArray("inactive").add(v.text()));
    fact.lists()
        .forEach(
            list -> {
              var listed = node.withArray("lists").addObject();
              list.type().ifPresent(type -> listed.put("record-type", type.developerName()));
              var values = listed.putArray("values");
              list.entries()
                  .forEach(
                      entry -> {
                        var value = values.addObject().put("value", entry.value().text());
                        entry.label().ifPresent(label -> value.put("label", label.name()));
                        value.put("ignored", entry.ignored());
                      });
            });
    var types = node.putObject("record-types");
    fact.unsayable()
        .forEach(
            (type, labels) ->
                labels.forEach(l -> types.withArray(type.developerName()).add(l.name())));
  }
}
