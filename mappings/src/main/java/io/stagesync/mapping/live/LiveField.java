package io.stagesync.mapping.live;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One track's field on one side, in the file and in the CRM.
 *
 * @param catalog all that the CRM said
 * @param field what it said of this field
 */
record LiveField(
    Mapping mapping, TrackMapping track, FieldName name, Catalog catalog, FieldCatalog field) {

  Side side() {
    return catalog.side();
  }

  /** The CRM's name. */
  String crm() {
    return side().displayName();
  }

  /** Whether the track writes this side. */
  boolean written() {
    return track.direction().writes(side());
  }

  /** The place of a part of the track. */
  Place place(String... path) {
    var whole = Stream.concat(Stream.of("tracks", track.track().name()), Stream.of(path));
    return mapping.places().of(whole.toArray(String[]::new));
  }

  /** The place of a label's word. */
  Place place(LabelMapping label, RawValue value) {
    return place("labels", label.label().name(), side().key(), value.text());
  }

  /** The place of a word that a label has for a record type. */
  Place place(LabelMapping label, RecordType type, RawValue value) {
    return place(
        "labels", label.label().name(), "for", type.developerName(), side().key(), value.text());
  }

  /** How a label is said here, whatever the record type. */
  Words said(LabelMapping label) {
    return label.words(side());
  }

  /** How a label is said for a record type that has words of its own. */
  Words said(LabelMapping label, RecordType type) {
    return label.words(side(), type).orElse(Words.none());
  }

  /** The converted statuses, where this field is the one that has them. */
  Set<RawValue> convertedStatuses() {
    return ClickPath.isStatus(name) ? catalog.convertedStatuses() : Set.of();
  }

  LiveFinding error(Place place, About about, DiagnosticId id, String message, String suggestion) {
    return finding(place, about, Severity.ERROR, id, message, suggestion);
  }

  LiveFinding warning(
      Place place, About about, DiagnosticId id, String message, String suggestion) {
    return finding(place, about, Severity.WARNING, id, message, suggestion);
  }

  private LiveFinding finding(
      Place place,
      About about,
      Severity severity,
      DiagnosticId id,
      String message,
      String suggestion) {
    var text = "track `" + track.track() + "`: " + message;
    return new LiveFinding(
        name,
        Optional.of(track.track()),
        about,
        new Diagnostic(place, id, severity, text, suggestion));
  }
}
