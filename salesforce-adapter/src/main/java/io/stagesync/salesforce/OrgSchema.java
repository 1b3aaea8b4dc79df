package io.stagesync.salesforce;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the org looks like to our user just now.
 *
 * @param fields the fields of Lead that our user may read, by API name
 * @param recordTypes the record types of Lead, by id; without the master type, which stands for
 *     none
 * @param offered for each record type the values of each picklist that it offers
 * @param statuses the org's Lead Status values, in their order
 * @param tracked the fields of Lead whose history is kept and readable
 * @param accountFields the fields of Account that our user may read, where they were asked for
 * @param opportunities whether our user may read an opportunity's outcome
 * @param contactRoles whether our user may read which contacts take part in an opportunity
 */
record OrgSchema(
    Map<String, Field> fields,
    Map<String, RecordType> recordTypes,
    Map<RecordType, Map<String, Set<RawValue>>> offered,
    List<Status> statuses,
    Set<String> tracked,
    Map<String, Field> accountFields,
    boolean opportunities,
    boolean contactRoles) {
  OrgSchema {
    fields = Map.copyOf(fields);
    recordTypes = Map.copyOf(recordTypes);
    offered = Map.copyOf(offered);
    statuses = List.copyOf(statuses);
    tracked = Set.copyOf(tracked);
    accountFields = Map.copyOf(accountFields);
  }

  /**
   * One field of Lead.
   *
   * @param values its active picklist values with what the CRM shows for them, in order; empty for
   *     a field without a list
   * @param inactive its inactive picklist values, as far as the org tells them
   */
  record Field(
      boolean writable,
      boolean clearable,
      List<Choice> values,
      List<Choice> inactive,
      FieldShape shape) {
    Field {
      values = List.copyOf(values);
      inactive = List.copyOf(inactive);
    }
  }

  /** A picklist value and what the CRM shows for it. */
  record Choice(RawValue value, String display) {}

  /** A Lead Status and whether a lead gets it by its conversion. */
  record Status(Choice choice, boolean converted) {}

  /** Whether a field of Lead can be read. */
  boolean reads(String field) {
    return fields.containsKey(field);
  }

  /** Which Lead Status values are converted ones. */
  Set<RawValue> convertedStatuses() {
    return statuses.stream()
        .filter(Status::converted)
        .map(s -> s.choice().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the mapped fields accept. */
  Catalog catalog(Set<FieldName> mapped) {
    var known = new HashMap<FieldName, FieldCatalog>();
    for (var name : mapped) {
      boolean ofLead = name.object().equals("Lead");
      var field = ofLead ? fields.get(name.name()) : accountFields.get(name.name());
      if (field != null) {
        known.put(name, ofLead ? catalog(name.name(), field) : ofAccount(field));
      }
    }
    return new Catalog(Side.SALESFORCE, known, convertedStatuses());
  }

  /** The values of a field: for Lead Status the org's own list, else the picklist's. */
  List<Choice> choices(String field) {
    if (field.equals("Status")) {
      return statuses.stream().map(Status::choice).toList();
    }
    var known = fields.get(field);
    return known == null ? List.of() : known.values();
  }

  /** A field that is only read; nothing but its list and its shape matters. */
  private static FieldCatalog ofAccount(Field field) {
    return new FieldCatalog(
        false,
        field.clearable(),
        false,
        false,
        field.values().stream().map(Choice::value).toList(),
        Map.of(),
        Map.of(),
        field.shape());
  }

  private FieldCatalog catalog(String name, Field field) {
    var choices = choices(name);
    var labels = new LinkedHashMap<RawValue, String>();
    choices.forEach(c -> labels.put(c.value(), c.display()));
    var values = List.copyOf(labels.keySet());
    field.inactive().forEach(c -> labels.putIfAbsent(c.value(), c.display()));
    var perType = new HashMap<RecordType, Set<RawValue>>();
    offered.forEach(
        (type, lists) -> {
          var these = lists.get(name);
          if (these != null) {
            perType.put(type, these);
          }
        });
    return new FieldCatalog(
        field.writable(),
        field.clearable(),
        tracked.contains(name),
        false,
        values,
        perType,
        labels,
        field.shape());
  }
}
