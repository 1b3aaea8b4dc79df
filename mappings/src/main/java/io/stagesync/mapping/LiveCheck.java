package io.stagesync.mapping;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Holds a mapping against what both CRMs really have. An error means that a run could not do what
 * the file says; a warning, that people should look.
 */
public final class LiveCheck {
  private final Mapping mapping;
  private final Catalog catalog;
  private final TreeSet<Diagnostic> found;

  private LiveCheck(Mapping mapping, Catalog catalog, TreeSet<Diagnostic> found) {
    this.mapping = mapping;
    this.catalog = catalog;
    this.found = found;
  }

  /** Everything that does not fit, in a fixed order; empty where all fits. */
  public static List<Diagnostic> check(Mapping mapping, Catalog salesforce, Catalog hubspot) {
    var found = new TreeSet<Diagnostic>();
    for (var catalog : List.of(salesforce, hubspot)) {
      new LiveCheck(mapping, catalog, found).check();
    }
    return List.copyOf(found);
  }

  private void check() {
    for (var track : mapping.tracks()) {
      track.field(catalog.side()).ifPresent(name -> field(track, name));
    }
  }

  private void field(TrackMapping track, FieldName name) {
    var field = catalog.field(name);
    if (field.isEmpty()) {
      var known = Nearest.of(catalog.fields().keySet().stream().map(FieldName::path).toList());
      error(
          track,
          DiagnosticId.LIVE_FIELD_MISSING,
          side() + " has no field `" + name.path() + "`, or our user may not see it",
          known.advice(name.path(), "create the field, or give our user access to it"));
      return;
    }
    access(track, name, field.get());
    var values = new LiveValues(track, catalog, field.get());
    values.missing().forEach(finding -> add(track, Severity.ERROR, finding));
    values.converted().forEach(finding -> add(track, Severity.ERROR, finding));
    values.notOffered().forEach(finding -> add(track, Severity.WARNING, finding));
    values.unmapped().forEach(finding -> add(track, Severity.WARNING, finding));
    order(values, field.get()).ifPresent(finding -> add(track, Severity.WARNING, finding));
  }

  private void access(TrackMapping track, FieldName name, FieldCatalog field) {
    if (!track.direction().writes(catalog.side())) {
      return;
    }
    if (!field.writable()) {
      error(
          track,
          DiagnosticId.LIVE_NOT_WRITABLE,
          "our user may not write `" + name.path() + "` in " + side(),
          "give our user edit access to the field, or set `direction: to-"
              + catalog.side().other().key()
              + "`");
    }
    if (track.clears() == Clears.PROPAGATE && !field.clearable()) {
      error(
          track,
          DiagnosticId.LIVE_NOT_CLEARABLE,
          "`" + name.path() + "` cannot be empty in " + side() + ", so a clear cannot go there",
          "write `clears: refill`");
    }
  }

  /** Where HubSpot only goes forward, its own order decides what forward is. */
  private Optional<LiveValues.Finding> order(LiveValues values, FieldCatalog field) {
    return field.forwardOnly() ? values.inverted() : Optional.empty();
  }

  private void error(TrackMapping track, DiagnosticId id, String message, String suggestion) {
    add(track, Severity.ERROR, new LiveValues.Finding(id, message, suggestion));
  }

  private void add(TrackMapping track, Severity severity, LiveValues.Finding finding) {
    var message = "track `" + track.track() + "`: " + finding.message();
    found.add(
        new Diagnostic(
            Place.whole(mapping.file()), finding.id(), severity, message, finding.suggestion()));
  }

  private String side() {
    return catalog.side().displayName();
  }
}
