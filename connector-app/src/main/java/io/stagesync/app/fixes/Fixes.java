package io.stagesync.app.fixes;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Everything that would mend what a mapping needs and the CRMs lack. */
public final class Fixes {
  private Fixes() {}

  /**
   * How HubSpot's API is reached, for the commands that people copy.
   *
   * @param baseUrl where it is
   * @param version year and month, {@code 2026-09}
   */
  public record Api(URI baseUrl, String version) {}

  /**
   * The files, the page that explains them first; empty where nothing was found.
   *
   * @param findings what does not fit of the fields
   * @param told everything that does not fit, as people are told
   */
  public static List<FixFile> of(
      Mapping mapping,
      Catalogs catalogs,
      List<LiveFinding> findings,
      List<Diagnostic> told,
      Api api) {
    if (told.isEmpty()) {
      return List.of();
    }
    var salesforce = fields(mapping, catalogs, findings, Side.SALESFORCE);
    var hubspot = fields(mapping, catalogs, findings, Side.HUBSPOT);
    var files = new ArrayList<FixFile>();
    files.addAll(new SalesforceFixes(salesforce, findings).files());
    files.addAll(new HubSpotFixes(hubspot, leadIds(mapping, findings)).files());
    var alike = new ArrayList<FixedField>(salesforce);
    alike.addAll(hubspot);
    var page = new FixPage(files, alike, told, api);
    files.add(0, page.file());
    return List.copyOf(files);
  }

  private static List<FixedField> fields(
      Mapping mapping, Catalogs catalogs, List<LiveFinding> findings, Side side) {
    return mapping.fields(side).stream()
        .filter(name -> findings.stream().map(LiveFinding::field).anyMatch(name::equals))
        .map((FieldName name) -> FixedField.of(mapping, name, catalogs.on(side), findings))
        .toList();
  }

  private static List<FieldName> leadIds(Mapping mapping, List<LiveFinding> findings) {
    return mapping.pairing().by().stream()
        .flatMap(by -> by.idField().stream())
        .filter(
            name ->
                findings.stream()
                    .filter(f -> f.diagnostic().id() == DiagnosticId.LIVE_FIELD_MISSING)
                    .anyMatch(f -> f.field().equals(name)))
        .toList();
  }

  /** Whether files do more than explain. */
  public static boolean mend(List<FixFile> files) {
    return files.size() > 1;
  }
}
