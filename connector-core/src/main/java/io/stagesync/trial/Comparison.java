package io.stagesync.trial;

import io.stagesync.example.Expected;
import io.stagesync.example.Expected.Write;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds a decision against what a test expects. */
final class Comparison {
  private final Scene scene;
  private final PairDecision decision;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(Scene scene, PairDecision decision) {
    this.scene = scene;
    this.decision = decision;
  }

  static List<Difference> of(Scene scene, PairDecision decision, Expected expected) {
    Comparison comparison = new Comparison(scene, decision);
    scene.mapping().tracks().forEach(track -> comparison.track(track, expected));
    expected.findings().ifPresent(comparison::findings);
    return comparison.differences;
  }

  private void track(TrackMapping mapping, Expected expected) {
    Track track = mapping.track();
    TrackDecision decided = Objects.requireNonNull(decision.tracks().get(track));
    for (Side side : Side.values()) {
      if (mapping.field(side).isPresent()) {
        write(mapping, side, decided, expected.write(side, track));
      }
    }
    same(
        "label of " + track,
        said(expected.labels(), track).map(Comparison::name),
        name(decided.to()));
    same("reason of " + track, said(expected.reasons(), track), decided.reason().name());
    same("outcome of " + track, said(expected.outcomes(), track), lower(decided.outcome()));
    same(
        "cycle of " + track,
        said(expected.cycles(), track).map(String::valueOf),
        decided.baseWhenWritten().map(Base::cycle).map(String::valueOf).orElse("none"));
  }

  private void write(TrackMapping track, Side side, TrackDecision decided, Write expected) {
    Optional<FieldWrite> write =
        decided.writes().stream().filter(w -> w.side() == side).findFirst();
    Optional<RawValue> value = write.flatMap(FieldWrite::value);
    boolean asExpected =
        switch (expected.kind()) {
          case ANYTHING -> true;
          case UNTOUCHED -> write.isEmpty();
          case CLEARED -> write.isPresent() && value.isEmpty();
          case WORD -> value.filter(v -> v.text().equals(expected.text())).isPresent();
          case LABEL ->
              value.isPresent()
                  && scene.table(track, side).meanings(value).contains(new Label(expected.text()));
        };
    boolean clearedAsExpected =
        expected
            .clearFirst()
            .map(wanted -> write.filter(w -> w.clearFirst() == wanted).isPresent())
            .orElse(true);
    if (!asExpected || !clearedAsExpected) {
      differences.add(
          new Difference(
              side.key() + " " + track.track(),
              shown(expected),
              shown(track, side, write, expected.clearFirst().isPresent())));
    }
  }

  private static String shown(Write expected) {
    String clear =
        expected.clearFirst().map(c -> c ? ", cleared first" : ", set at once").orElse("");
    return switch (expected.kind()) {
      case WORD -> '"' + expected.text() + '"' + clear;
      case LABEL -> expected.text() + clear;
      case CLEARED -> "cleared";
      case UNTOUCHED -> "untouched";
      case ANYTHING -> "anything";
    };
  }

  private String shown(
      TrackMapping track, Side side, Optional<FieldWrite> write, boolean withClear) {
    if (write.isEmpty()) {
      return "untouched";
    }
    Optional<RawValue> value = write.get().value();
    String clear = write.get().clearFirst() ? ", cleared first" : ", set at once";
    return value
        .map(
            v ->
                '"'
                    + v.text()
                    + '"'
                    + scene.table(track, side).own(value).map(l -> " (" + l + ")").orElse("")
                    + (withClear ? clear : ""))
        .orElse("cleared");
  }

  private void findings(Set<String> expected) {
    Set<String> got =
        decision.findings().stream()
            .filter(f -> scene.given().tracks().containsKey(f.track()))
            .map(Finding::code)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!got.equals(expected)) {
      differences.add(new Difference("findings", listed(new TreeSet<>(expected)), listed(got)));
    }
  }

  private void same(String what, Optional<String> expected, String got) {
    expected
        .filter(e -> !e.equals(got))
        .ifPresent(e -> differences.add(new Difference(what, e, got)));
  }

  private static <T> Optional<T> said(Map<Track, T> all, Track track) {
    return Optional.ofNullable(all.get(track));
  }

  private static String name(Optional<Label> label) {
    return label.map(Label::name).orElse("none");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String listed(Collection<String> codes) {
    return codes.isEmpty() ? "none" : String.join(", ", codes);
  }
}
