package io.stagesync.trial;

import io.stagesync.example.InPilot;
import io.stagesync.example.Shown;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.ChangeWindow;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was given and why it was decided so, in lines for people. */
record SceneWords(Scene scene, PairView pair) {

  List<String> given() {
    List<String> lines = new ArrayList<>();
    if (pair.converted()) {
      lines.add("converted, opportunity: " + pair.evidence().name().toLowerCase(Locale.ROOT));
    }
    pair.recordType().ifPresent(type -> lines.add("record type: " + type));
    scene.given().pilot().ifPresent(pilot -> lines.add(pilot(pilot)));
    for (TrackMapping track : spokenOf()) {
      TrackView view = Objects.requireNonNull(pair.tracks().get(track.track()));
      List<String> sides = new ArrayList<>();
      for (Side side : Side.values()) {
        if (track.field(side).isPresent()) {
          sides.add(side.displayName() + " " + shown(track, side, view.on(side)));
        }
      }
      String base =
          view.base()
              .map(
                  b ->
                      "agreed before on "
                          + b.label()
                          + b.evidence()
                              .map(e -> " (opportunity " + e.name().toLowerCase(Locale.ROOT) + ")")
                              .orElse("")
                          + (b.cycle() > 1 ? " in cycle " + b.cycle() : ""))
              .orElse("never agreed before");
      lines.add(track.track() + ": " + String.join(", ", sides) + "; " + base);
      new BesideWords(scene, track).lines().forEach(lines::add);
    }
    String others =
        scene.mapping().tracks().stream()
            .map(TrackMapping::track)
            .filter(track -> !scene.given().tracks().containsKey(track))
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      lines.add("not spoken of, so not looked at: " + others);
    }
    return lines;
  }

  private static String pilot(InPilot pilot) {
    List<String> parts = new ArrayList<>();
    pilot.shown().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                parts.add(
                    e.getKey()
                        + " "
                        + (e.getValue().kind() == Shown.Kind.WORD
                            ? '"' + e.getValue().text() + '"'
                            : e.getValue().kind().name().toLowerCase(Locale.ROOT))));
    parts.add(pilot.listed() ? "listed" : "not listed");
    parts.add(pilot.named() ? "named" : "not named");
    return "of the pilot: " + String.join(", ", parts);
  }

  List<String> why(PairDecision decision) {
    List<String> lines = new ArrayList<>();
    for (TrackMapping track : spokenOf()) {
      TrackDecision decided = Objects.requireNonNull(decision.tracks().get(track.track()));
      lines.add(track.track() + " " + decided.reason() + ": " + decided.why());
    }
    decision.findings().stream()
        .filter(f -> scene.given().tracks().containsKey(f.track()))
        .forEach(f -> lines.add(f.track() + " " + f.code() + ": " + f.text()));
    return lines;
  }

  private List<TrackMapping> spokenOf() {
    return scene.mapping().tracks().stream()
        .filter(track -> scene.given().tracks().containsKey(track.track()))
        .toList();
  }

  private String shown(TrackMapping track, Side side, Observation seen) {
    Optional<RawValue> value = seen.value();
    String what =
        value
            .map(v -> '"' + v.text() + '"' + meaning(track, side, v))
            .orElse(seen.kind().name().toLowerCase(Locale.ROOT));
    return what + seen.changed().map(SceneWords::when).orElse("");
  }

  private String meaning(TrackMapping track, Side side, RawValue value) {
    if (track.ignores(side, value)) {
      return " (ignored)";
    }
    return scene
        .table(track, side)
        .own(Optional.of(value))
        .map(l -> l.name().equals(value.text()) ? "" : " (" + l + ")")
        .orElse(" (unknown)");
  }

  private static String when(ChangeWindow window) {
    return window.exact()
        ? " since " + window.notBefore()
        : " since between " + window.notBefore() + " and " + window.notAfter();
  }
}
