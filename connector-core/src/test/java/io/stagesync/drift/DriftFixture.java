package io.stagesync.drift;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Both sides' words under change, between the stage and the status of the tests. */
abstract class DriftFixture {
  static final FieldName LEAD_STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName LIFECYCLE = new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");
  static final FieldName CONTACT_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");

  Mapping mapping =
      TestMappings.mapping(TestMappings.stage().build(), TestMappings.status().build());
  final Catalogs approved = TestMappings.catalogs(mapping);

  /** A field under change. */
  static final class Edited {
    boolean writable;
    boolean clearable;
    boolean history;
    List<RawValue> values;
    Map<RecordType, Set<RawValue>> offered;
    Map<RawValue, String> labels;
    String type = "picklist";
    Optional<RawValue> byDefault;
    Set<RawValue> inactive;
    final boolean forwardOnly;

    Edited(FieldCatalog f) {
      writable = f.writable();
      clearable = f.clearable();
      history = f.keepsHistory();
      values = new ArrayList<>(f.values());
      offered = new HashMap<>(f.offered());
      labels = new LinkedHashMap<>(f.displayLabels());
      byDefault = f.shape().byDefault();
      inactive = new HashSet<>(f.shape().inactive());
      forwardOnly = f.forwardOnly();
    }

    Edited rename(String old, String now) {
      values.replaceAll(v -> v.text().equals(old) ? new RawValue(now) : v);
      return this;
    }

    Edited remove(String old) {
      values.remove(new RawValue(old));
      return this;
    }

    FieldCatalog done() {
      return new FieldCatalog(
          writable,
          clearable,
          history,
          forwardOnly,
          values,
          offered,
          labels,
          new FieldShape(type, true, byDefault, inactive));
    }
  }

  Drift drift(FieldName field, UnaryOperator<Edited> edit) {
    return drift(field, f -> f, edit, approved.salesforce().convertedStatuses());
  }

  Drift drift(
      FieldName field,
      UnaryOperator<Edited> before,
      UnaryOperator<Edited> edit,
      Set<RawValue> converted) {
    return drift(field, before, edit, converted, Moves.UNKNOWN);
  }

  Drift drift(
      FieldName field,
      UnaryOperator<Edited> before,
      UnaryOperator<Edited> edit,
      Set<RawValue> converted,
      Moves moves) {
    var was = before.apply(new Edited(approved.on(field.side()).field(field).orElseThrow())).done();
    var is = edit.apply(new Edited(was)).done();
    var first = TestMappings.with(approved, field, was);
    var second = TestMappings.with(approved, field, is);
    var salesforce = new Catalog(Side.SALESFORCE, second.salesforce().fields(), converted);
    return Drift.between(
        mapping,
        new Drift.Words(first.salesforce(), first.hubspot()),
        new Drift.Words(salesforce, second.hubspot()),
        moves);
  }

  /** Says a drift in lines: weight, kind, where and what. */
  static List<String> said(Drift drift) {
    return drift.changes().stream()
        .map(c -> c.weight() + " " + c.kind() + " " + c.sentence())
        .toList();
  }

  static RawValue raw(String text) {
    return new RawValue(text);
  }

  static Catalog none(Side side) {
    return new Catalog(side, Map.of(), Set.of());
  }

  static TrackMapping status(Direction direction, Clears clears) {
    return TestMappings.status().direction(direction).clears(clears).build();
  }
}
