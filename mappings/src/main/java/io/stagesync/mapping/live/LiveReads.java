package io.stagesync.mapping.live;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is read beside the tracks' fields. Without a pilot's field nobody can say who takes part, so
 * nothing can go on; an attribute is only shown.
 */
record LiveReads(Mapping mapping, Catalog catalog) {

  List<LiveFinding> findings() {
    var found = new ArrayList<LiveFinding>();
    mapping.reads().pilot().stream()
        .flatMap(pilot -> pilot.conditions().stream())
        .filter(condition -> condition.field().side() == catalog.side())
        .forEach(condition -> pilot(condition, found));
    for (var attribute : mapping.reads().attributes()) {
      attribute
          .field(catalog.side())
          .filter(field -> catalog.field(field).isEmpty())
          .ifPresent(field -> found.add(unseen(attribute, field)));
    }
    return found;
  }

  private void pilot(Pilot.Condition condition, List<LiveFinding> found) {
    var field = catalog.field(condition.field());
    if (field.isEmpty()) {
      found.add(
          error(
              condition,
              About.FIELD,
              DiagnosticId.LIVE_FIELD_MISSING,
              crm() + " has no field " + path(condition) + ", or our user may not see it",
              "name another field; or let our user see it: " + ClickPath.read(condition.field())));
      return;
    }
    if (!comparable(field.get())) {
      found.add(
          error(
              condition,
              About.FIELD,
              DiagnosticId.LIVE_FIELD_TYPE,
              path(condition)
                  + " is of the type "
                  + field.get().shape().type()
                  + ", and only a picklist, a text or a checkbox can say who takes part",
              "name such a field, one of " + ClickPath.fields(catalog.side())));
      return;
    }
    var known = values(field.get());
    for (var value : known.isEmpty() ? List.<RawValue>of() : sorted(condition)) {
      if (!known.contains(value)) {
        var near = Nearest.of(known.stream().map(RawValue::text).toList());
        found.add(
            error(
                condition,
                About.value(value),
                DiagnosticId.LIVE_VALUE_MISSING,
                path(condition) + " has no value `" + value + "`, so it lets nobody take part",
                near.advice(value.text(), "its values: " + near.list())));
      }
    }
  }

  private static boolean comparable(FieldCatalog field) {
    return field.shape().kind().holdsOneWord() || isCheckbox(field);
  }

  private static boolean isCheckbox(FieldCatalog field) {
    return field.shape().type().equals("boolean");
  }

  /** Every value that a record may hold; empty for any text. */
  private static List<RawValue> values(FieldCatalog field) {
    if (isCheckbox(field)) {
      return List.of(new RawValue("true"), new RawValue("false"));
    }
    return field.shape().kind() == FieldShape.Kind.TEXT
        ? List.of()
        : Stream.concat(field.values().stream(), field.shape().inactive().stream()).toList();
  }

  private static List<RawValue> sorted(Pilot.Condition condition) {
    return condition.values().stream().sorted().toList();
  }

  private LiveFinding error(
      Pilot.Condition condition, About about, DiagnosticId id, String message, String suggestion) {
    var path = Stream.of("pairs", "scope", "pilot", catalog.side().key(), condition.field().path());
    var whole = Stream.concat(path, about.value().map(RawValue::text).stream());
    return new LiveFinding(
        condition.field(),
        Optional.empty(),
        about,
        new Diagnostic(
            mapping.places().of(whole.toArray(String[]::new)),
            id,
            Severity.ERROR,
            "pilot: " + message,
            suggestion));
  }

  private LiveFinding unseen(Attribute attribute, FieldName field) {
    return new LiveFinding(
        field,
        Optional.empty(),
        About.FIELD,
        new Diagnostic(
            mapping.places().of("attributes", attribute.name(), catalog.side().key()),
            DiagnosticId.LIVE_FIELD_MISSING,
            Severity.WARNING,
            "attribute `"
                + attribute.name()
                + "`: "
                + crm()
                + " has no field `"
                + field.path()
                + "`, or our user may not see it, so it is not shown",
            "name another field; or let our user see it: " + ClickPath.read(field)));
  }

  private static String path(Pilot.Condition condition) {
    return "`" + condition.field().path() + "`";
  }

  private String crm() {
    return catalog.side().displayName();
  }
}
