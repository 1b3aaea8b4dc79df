package io.stagesync.mapping.live;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Holds a mapping against what both CRMs really have. An error means that a run could not do what
 * the file says; a warning, that people should look.
 */
public final class LiveCheck {
  private final Mapping mapping;
  private final Catalog catalog;
  private final Function<LiveValues, List<LiveFinding>> unmapped;
  private final TreeSet<LiveFinding> found = new TreeSet<>();

  private LiveCheck(
      Mapping mapping, Catalog catalog, Function<LiveValues, List<LiveFinding>> unmapped) {
    this.mapping = mapping;
    this.catalog = catalog;
    this.unmapped = unmapped;
  }

  /**
   * Everything that does not fit, in the order of the file; empty where all fits. Values of one
   * field that the file does not speak of are told together.
   */
  public static List<Diagnostic> check(Mapping mapping, Catalog salesforce, Catalog hubspot) {
    return all(mapping, List.of(salesforce, hubspot), LiveValues::gathered).stream()
        .map(LiveFinding::diagnostic)
        .toList();
  }

  /** The same, each with what it is about; every value by itself. */
  public static List<LiveFinding> findings(Mapping mapping, Catalog salesforce, Catalog hubspot) {
    return all(mapping, List.of(salesforce, hubspot), LiveValues::findings);
  }

  private static List<LiveFinding> all(
      Mapping mapping, List<Catalog> catalogs, Function<LiveValues, List<LiveFinding>> unmapped) {
    return catalogs.stream()
        .flatMap(catalog -> new LiveCheck(mapping, catalog, unmapped).all().stream())
        .sorted()
        .distinct()
        .toList();
  }

  private TreeSet<LiveFinding> all() {
    check();
    return found;
  }

  private void check() {
    for (var track : mapping.tracks()) {
      track.field(catalog.side()).ifPresent(name -> field(track, name));
    }
    found.addAll(new LiveReads(mapping, catalog).findings());
    pairing();
  }

  private void field(TrackMapping track, FieldName name) {
    var field = catalog.field(name);
    if (field.isEmpty()) {
      missing(track, name);
      return;
    }
    var subject = new LiveField(mapping, track, name, catalog, field.get());
    found.addAll(new FieldAccess(subject).findings());
    if (field.get().shape().kind().holdsOneWord()) {
      found.addAll(new LiveWords(subject).findings());
      found.addAll(unmapped.apply(new LiveValues(subject)));
      found.addAll(new LiveOrder(subject).findings());
    }
  }

  private void missing(TrackMapping track, FieldName name) {
    var known = Nearest.of(catalog.fields().keySet().stream().map(FieldName::path).toList());
    var near = known.to(name.path()).map(word -> "did you mean `" + word + "`? Else create it: ");
    found.add(
        new LiveFinding(
            name,
            Optional.of(track.track()),
            About.FIELD,
            new Diagnostic(
                mapping.places().of("tracks", track.track().name(), name.side().key()),
                DiagnosticId.LIVE_FIELD_MISSING,
                Severity.ERROR,
                "track `"
                    + track.track()
                    + "`: "
                    + name.side().displayName()
                    + " has no field `"
                    + name.path()
                    + "`, or our user may not see it",
                near.orElse("create it: ") + ClickPath.createField(name) + orSee(name))));
  }

  /** Salesforce does not tell a field that our user may not see from one that is not there. */
  private static String orSee(FieldName name) {
    return name.side() == Side.SALESFORCE
        ? "; and let our user see it: " + ClickPath.see(name)
        : "";
  }

  /** A property that finds pairs: without it the other ways are left, where there are any. */
  private void pairing() {
    for (var by : mapping.pairing().by()) {
      by.idField().filter(catalog.absent()::contains).ifPresent(this::pairing);
    }
  }

  private void pairing(FieldName name) {
    boolean alone = mapping.pairing().by().size() == 1;
    found.add(
        new LiveFinding(
            name,
            Optional.empty(),
            About.FIELD,
            new Diagnostic(
                mapping.places().of("pairs", "by", "hubspot." + name.name()),
                DiagnosticId.LIVE_FIELD_MISSING,
                alone ? Severity.ERROR : Severity.WARNING,
                "pairs: HubSpot has no property `"
                    + name.name()
                    + "`, so no pair is found by the lead's id",
                "create it: "
                    + ClickPath.createField(name)
                    + ", of the type single-line text; or leave this way out of `pairs`")));
  }
}
