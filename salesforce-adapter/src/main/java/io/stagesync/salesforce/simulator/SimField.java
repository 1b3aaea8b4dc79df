package io.stagesync.salesforce.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of one kind of record, with what our user may do to it. Guarded by the world's lock.
 */
final class SimField {
  final String name;
  final String type;
  final @Nullable String relationship;
  final @Nullable String target;
  boolean readable = true;
  boolean writable;
  boolean nillable = true;
  boolean restricted;
  boolean tracked;
  boolean calculated;
  List<String> values = List.of();
  final Map<String, String> labels = new HashMap<>();
  final Set<String> inactive = new HashSet<>();
  String byDefault = "";

  private SimField(
      String name, String type, @Nullable String relationship, @Nullable String target) {
    this.name = name;
    this.type = type;
    this.relationship = relationship;
    this.target = target;
  }

  static SimField of(String name, String type) {
    return new SimField(name, type, null, null);
  }

  /** A field that names a record of another kind, and how queries reach through it. */
  static SimField reference(String name, String relationship, String target) {
    return new SimField(name, "reference", relationship, target);
  }

  static SimField picklist(String name, boolean restricted, List<String> values) {
    var field = of(name, "picklist").editable();
    field.restricted = restricted;
    field.values = List.copyOf(values);
    return field;
  }

  static SimField formula(String name) {
    var field = of(name, "string");
    field.calculated = true;
    return field;
  }

  void rename(String from, String to) {
    values = values.stream().map(value -> value.equals(from) ? to : value).toList();
  }

  SimField editable() {
    writable = true;
    return this;
  }

  SimField required() {
    nillable = false;
    return this;
  }

  SimField withHistory() {
    tracked = true;
    return this;
  }
}
