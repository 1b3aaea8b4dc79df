package io.stagesync.mapping.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Salesforce org and a HubSpot account as they are on their first day; tests let them drift. */
final class FirstDay {
  static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");
  static final FieldName HUBSPOT_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
  static final FieldName LIFECYCLE = new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");
  static final FieldName LEAD_ID = new FieldName(Side.HUBSPOT, "contact", "salesforceleadid");

  final Map<FieldName, FieldCatalog> fields = new HashMap<>();
  final Set<FieldName> absent = new HashSet<>();
  Set<RawValue> converted = Set.of(new RawValue("Closed - Converted"));

  FirstDay() {
    picklist(
        STATUS,
        "Lead Status",
        "Open - Not Contacted",
        "Working - Contacted",
        "Closed - Converted",
        "Closed - Not Converted");
    picklist(
        STAGE,
        "Lead Stage",
        "Lead",
        "Marketing qualified lead",
        "Sales qualified lead",
        "Opportunity",
        "Customer");
    picklist(
        LIFECYCLE,
        "Lifecycle Stage",
        "subscriber",
        "lead",
        "marketingqualifiedlead",
        "salesqualifiedlead",
        "opportunity",
        "customer",
        "evangelist",
        "other");
    picklist(
        HUBSPOT_STATUS,
        "Lead Status",
        "NEW",
        "OPEN",
        "IN_PROGRESS",
        "OPEN_DEAL",
        "UNQUALIFIED",
        "ATTEMPTED_TO_CONTACT",
        "CONNECTED",
        "BAD_TIMING");
  }

  /** A picklist that our user may write; Lead Status alone cannot be restricted. */
  void picklist(FieldName name, String label, String... values) {
    var shape =
        new FieldShape(
            name.side() == Side.SALESFORCE ? "picklist" : "enumeration",
            !name.equals(STATUS),
            Optional.empty(),
            Set.of(),
            label,
            FieldShape.Kind.CHOICE,
            FieldShape.Lock.NONE);
    put(name, true, true, words(values), Map.of(), shape);
  }

  /** Another field in its place, of another kind or locked. */
  void reshaped(FieldName name, String type, FieldShape.Kind kind, FieldShape.Lock lock) {
    var old = field(name);
    var shape = old.shape();
    put(
        name,
        lock == FieldShape.Lock.NONE,
        old.clearable(),
        old.values(),
        old.offered(),
        new FieldShape(
            type,
            shape.restricted(),
            shape.byDefault(),
            shape.inactive(),
            shape.label(),
            kind,
            lock));
  }

  void notClearable(FieldName name) {
    var old = field(name);
    put(name, true, false, old.values(), old.offered(), old.shape());
  }

  void offers(FieldName name, String type, String... values) {
    var old = field(name);
    var offered = new HashMap<>(old.offered());
    offered.put(new RecordType(type), Set.copyOf(words(values)));
    put(name, true, old.clearable(), old.values(), offered, old.shape());
  }

  /** Salesforce takes an inactive value out of the list, HubSpot keeps a hidden one in it. */
  void inactive(FieldName name, String value) {
    var old = field(name);
    var shape = old.shape();
    var values = new ArrayList<>(old.values());
    if (name.side() == Side.SALESFORCE) {
      values.remove(new RawValue(value));
    }
    put(
        name,
        true,
        old.clearable(),
        values,
        old.offered(),
        new FieldShape(
            shape.type(),
            shape.restricted(),
            shape.byDefault(),
            Set.of(new RawValue(value)),
            shape.label(),
            shape.kind(),
            shape.lock()));
  }

  private FieldCatalog field(FieldName name) {
    return Optional.ofNullable(fields.get(name)).orElseThrow();
  }

  private void put(
      FieldName name,
      boolean writable,
      boolean clearable,
      List<RawValue> values,
      Map<RecordType, Set<RawValue>> offered,
      FieldShape shape) {
    boolean forwardOnly = name.equals(LIFECYCLE);
    fields.put(
        name,
        new FieldCatalog(writable, clearable, true, forwardOnly, values, offered, Map.of(), shape));
  }

  private static List<RawValue> words(String... words) {
    return Stream.of(words).map(RawValue::new).toList();
  }

  List<LiveFinding> findings(Mapping mapping) {
    return LiveCheck.findings(mapping, catalog(Side.SALESFORCE), catalog(Side.HUBSPOT));
  }

  /** How a field's values are listed, with what they mean. */
  List<String> lists(Written file, FieldName field) {
    return LiveFact.of(file.mapping(), catalog(field.side())).stream()
        .filter(fact -> fact.name().equals(field))
        .flatMap(fact -> fact.lists().stream())
        .map(
            list ->
                list.type().map(RecordType::developerName).orElse("")
                    + ": "
                    + list.entries().stream()
                        .map(
                            e ->
                                e.value()
                                    + "="
                                    + e.label()
                                        .map(Label::name)
                                        .orElse(e.ignored() ? "ignored" : "?"))
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  /** What is found, each with the text that stands at its place. */
  String check(Written file) {
    return findings(file.mapping()).stream()
        .map(LiveFinding::diagnostic)
        .map(d -> d.render().replace(d.place() + ":", "<" + file.at(d.place()) + ">"))
        .collect(Collectors.joining("\n"));
  }

  /** The same for people: values of one field that the file does not know are told together. */
  String gathered(Written file) {
    return LiveCheck.check(file.mapping(), catalog(Side.SALESFORCE), catalog(Side.HUBSPOT)).stream()
        .map(Diagnostic::render)
        .collect(Collectors.joining("\n"));
  }

  /** A mapping and the text that it was read from. */
  record Written(String text, Mapping mapping) {

    static Written of(String text) {
      var loaded = MappingFile.parse("standard.yaml", text);
      assertThat(loaded.render()).isEmpty();
      return new Written(text, loaded.mapping().orElseThrow());
    }

    String at(Place place) {
      var line = text.lines().skip(place.line() - 1L).findFirst().orElseThrow();
      return line.substring(place.column() - 1).split("[,\\]}#]", 2)[0].strip();
    }
  }

  private Catalog catalog(Side side) {
    var here =
        fields.entrySet().stream()
            .filter(entry -> entry.getKey().side() == side)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return side == Side.SALESFORCE
        ? new Catalog(side, here, converted, Set.of())
        : new Catalog(side, here, Set.of(), absent);
  }

  /** The standard file without its tests, and with some of its text replaced. */
  static Written standard(String... beforeAndAfter) {
    var text = MappingFile.presetText("standard").split("\ntests:\n", 2)[0];
    for (int i = 0; i < beforeAndAfter.length; i += 2) {
      var before = beforeAndAfter[i];
      assertThat(text).contains(before);
      int at = text.indexOf(before);
      text = text.substring(0, at) + beforeAndAfter[i + 1] + text.substring(at + before.length());
    }
    return Written.of(text);
  }
}
