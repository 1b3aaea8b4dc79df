package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Side;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cap counts writes, so it stands at a label that we write. */
final class SideEffectCheck {
  private final Draft draft;
  private final TrackMapping track;

  SideEffectCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    for (var label : track.labels()) {
      label.counting().sideEffects().ifPresent(effects -> check(label, effects));
    }
  }

  private void check(LabelMapping label, SideEffects effects) {
    var sides = effects.in().map(Stream::of).orElseGet(() -> Stream.of(Side.values())).toList();
    boolean readable =
        sides.stream()
            .allMatch(s -> draft.wordsReadable(label, s) && draft.leadsReadably(track, s));
    if (!readable || sides.stream().anyMatch(side -> written(label, side))) {
      return;
    }
    draft.senseless(
        draft.site(label).at("side-effects", "in"),
        DiagnosticId.CAP_NEVER_COUNTS,
        "`"
            + label.label()
            + "` is never written in "
            + sides.stream().map(Side::displayName).collect(Collectors.joining(" or "))
            + ", so the cap would never count anybody",
        sides.size() == 1
            ? "name the other side under `in`, or delete `side-effects`"
            : "delete `side-effects`");
  }

  private boolean written(LabelMapping label, Side side) {
    var kind = label.words(side).kind();
    boolean word = kind == Words.Kind.OWN || kind == Words.Kind.SHARES;
    boolean variant = label.variants().values().stream().anyMatch(v -> v.containsKey(side));
    return track.direction().writes(side) && track.field(side).isPresent() && (word || variant);
  }
}
