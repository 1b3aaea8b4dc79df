package io.stagesync.mapping.yaml;

import io.stagesync.example.InPilot;
import io.stagesync.example.Shown;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.Pilot;
import io.stagesync.vocabulary.FieldName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whether the pair of a test takes part in the pilot. */
final class InPilotReader {
  static final List<String> KEYS = List.of("shows", "listed", "named");
  private static final String EXAMPLE = "{ shows: { Lead.Region__c: US } }";

  private final ExampleNames names;

  InPilotReader(ExampleNames names) {
    this.names = names;
  }

  Optional<InPilot> read(Site site) {
    var pilot = names.mapping().reads().pilot();
    if (pilot.isEmpty()) {
      names
          .draft()
          .senseless(
              site,
              DiagnosticId.TEST_IMPOSSIBLE,
              "the file has no pilot",
              "delete it, or say under `pairs: scope: pilot` who takes part");
    }
    var conditions = pilot.map(Pilot::conditions).orElse(List.of());
    if (!site.isMap()) {
      return names
          .scalars()
          .choice(site, new String[] {"inside", "outside"}, word -> word)
          .filter("outside"::equals)
          .map(outside -> outside(conditions));
    }
    var keys = new Keys(site, names.problems(), EXAMPLE, KEYS);
    return Optional.of(
        new InPilot(
            keys.get("shows").map(s -> shown(s, conditions)).orElse(Map.of()),
            keys.get("listed").flatMap(this::truth).orElse(true),
            keys.get("named").flatMap(this::truth).orElse(true)));
  }

  private static InPilot outside(List<FieldCondition> conditions) {
    var blank = new HashMap<FieldName, Shown>();
    conditions.forEach(c -> blank.put(c.field(), Shown.of(Shown.Kind.BLANK)));
    return new InPilot(blank, false, false);
  }

  private Map<FieldName, Shown> shown(Site site, List<FieldCondition> conditions) {
    new Keys(site, names.problems(), EXAMPLE, site.entries().stream().map(Site::name).toList());
    var shown = new HashMap<FieldName, Shown>();
    for (var entry : site.entries()) {
      var field =
          conditions.stream()
              .map(FieldCondition::field)
              .filter(f -> f.path().equals(entry.name()))
              .findFirst();
      if (field.isEmpty()) {
        unknown(entry, conditions);
      } else {
        value(entry).ifPresent(value -> shown.put(field.get(), value));
      }
    }
    return shown;
  }

  private Optional<Shown> value(Site site) {
    for (var kind : List.of(Shown.Kind.BLANK, Shown.Kind.UNREADABLE)) {
      if (names.keyword(site, Wording.key(kind))) {
        return Optional.of(Shown.of(kind));
      }
    }
    return names.scalars().word(site).map(Shown::word);
  }

  private void unknown(Site entry, List<FieldCondition> conditions) {
    var fields = Nearest.of(conditions.stream().map(c -> c.field().path()).toList());
    names
        .problems()
        .at(
            entry.keyPlace(),
            DiagnosticId.TEST_IMPOSSIBLE,
            "the pilot does not look at `" + entry.name() + "`",
            fields.advice(entry.name(), "it looks at " + fields.list()));
  }

  private Optional<Boolean> truth(Site site) {
    return names.scalars().choice(site, new Boolean[] {true, false}, String::valueOf);
  }
}
