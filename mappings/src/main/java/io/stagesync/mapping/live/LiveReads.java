package io.stagesync.mapping.live;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is read beside the tracks' fields. Without a pilot's field nobody can say who takes part, so
 * nothing can go on; without the account's the track of the conversion cannot; an attribute is only
 * shown.
 */
record LiveReads(Mapping mapping, Catalog catalog) {

  /**
   * What a condition is for.
   *
   * @param about how its findings begin
   * @param track the track that cannot go on without it; empty: nothing can
   * @param path where it stands in the file
   * @param all whether every value has to exist, or one is enough
   */
  private record Use(String about, Optional<Track> track, List<String> path, boolean all) {}

  List<LiveFinding> findings() {
    var found = new ArrayList<LiveFinding>();
    mapping.reads().pilot().stream()
        .flatMap(pilot -> pilot.conditions().stream())
        .forEach(condition -> look(condition, ofPilot(condition), found));
    mapping
        .conversion()
        .ifPresent(c -> c.customerAccount().ifPresent(a -> look(a, ofConversion(c, a), found)));
    for (var attribute : mapping.reads().attributes()) {
      attribute
          .field(catalog.side())
          .filter(field -> catalog.field(field).isEmpty())
          .ifPresent(field -> found.add(unseen(attribute, field)));
    }
    return found;
  }

  private static Use ofPilot(FieldCondition condition) {
    var path =
        List.of(
            "pairs", "scope", "pilot", condition.field().side().key(), condition.field().path());
    return new Use("pilot: ", Optional.empty(), path, true);
  }

  /** Of Salesforce's own values an org may have dropped one. */
  private static Use ofConversion(Conversion conversion, FieldCondition account) {
    boolean own = !account.equals(Conversion.STOCK_CUSTOMER);
    var key = List.of("conversion", "existing-customer-account");
    var path = own ? List.of(key.get(0), key.get(1), "account", account.field().path()) : key;
    return new Use("conversion: ", Optional.of(conversion.track()), path, own);
  }

  private void look(FieldCondition condition, Use use, List<LiveFinding> found) {
    if (condition.field().side() != catalog.side()) {
      return;
    }
    var field = catalog.field(condition.field());
    if (field.isEmpty()) {
      found.add(
          error(
              condition,
              use,
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
              use,
              About.FIELD,
              DiagnosticId.LIVE_FIELD_TYPE,
              path(condition)
                  + " is of the type "
                  + field.get().shape().type()
                  + ", and only a picklist, a text or a checkbox can tell people apart",
              "name such a field"));
      return;
    }
    values(condition, use, field.get(), found);
  }

  private void values(
      FieldCondition condition, Use use, FieldCatalog field, List<LiveFinding> found) {
    var known = values(field);
    var missing =
        condition.values().stream().filter(v -> !known.isEmpty() && !known.contains(v)).sorted();
    var near = Nearest.of(known.stream().map(RawValue::text).toList());
    if (use.all() || known.stream().noneMatch(condition.values()::contains)) {
      missing.forEach(
          value ->
              found.add(
                  error(
                      condition,
                      use,
                      About.value(value),
                      DiagnosticId.LIVE_VALUE_MISSING,
                      path(condition) + " has no value `" + value + "`, so nobody has it",
                      near.advice(value.text(), "its values: " + near.list()))));
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

  private LiveFinding error(
      FieldCondition condition,
      Use use,
      About about,
      DiagnosticId id,
      String message,
      String suggestion) {
    var whole = Stream.concat(use.path().stream(), about.value().map(RawValue::text).stream());
    return new LiveFinding(
        condition.field(),
        use.track(),
        about,
        new Diagnostic(
            mapping.places().of(whole.toArray(String[]::new)),
            id,
            Severity.ERROR,
            use.about() + message,
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

  private static String path(FieldCondition condition) {
    return "`" + condition.field().path() + "`";
  }

  private String crm() {
    return catalog.side().displayName();
  }
}
