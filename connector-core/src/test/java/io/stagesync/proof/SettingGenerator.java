package io.stagesync.proof;

import io.stagesync.proof.Draft.ConversionDraft;
import io.stagesync.proof.Draft.LimitDraft;
import io.stagesync.proof.Draft.PilotDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds who takes part, who may write, how much one run may change, and what an account says that is
 * a customer already.
 */
final class SettingGenerator {
  private final Draft draft;
  private final Dice dice;

  SettingGenerator(Draft draft, long seed) {
    this.draft = draft;
    this.dice = new Dice(seed ^ 0x5e77ed);
  }

  void write() {
    draft.conversion = draft.conversion.map(this::customers);
    if (dice.chance(12)) {
      List<String> shows = dice.chance(50) ? List.of("Yes") : List.of("Yes", "Soon");
      boolean listed = dice.chance(40);
      draft.pilot =
          Optional.of(new PilotDraft(listed && dice.chance(50) ? List.of() : shows, listed));
    }
    if (dice.chance(8)) {
      draft.limits = Optional.of(new LimitDraft(1 + dice.below(20), dice.chance(50) ? 100 : 40));
    }
    draft.external = dice.chance(20);
    for (TrackDraft track : draft.tracks) {
      for (Side side : track.fields.keySet()) {
        if (dice.chance(15)) {
          writers(track, side);
        }
      }
    }
  }

  private ConversionDraft customers(ConversionDraft c) {
    List<String> sayable =
        draft.track(c.track()).labels.stream()
            .filter(l -> !l.on(Side.HUBSPOT).is(Said.NONE))
            .map(l -> l.name)
            .toList();
    if (!dice.chance(40)) {
      return c;
    }
    Map<Evidence, String> labels = new EnumMap<>(c.labels());
    labels.put(Evidence.EXISTING_CUSTOMER_ACCOUNT, dice.any(sayable));
    return new ConversionDraft(c.track(), labels, c.correct());
  }

  private void writers(TrackDraft track, Side side) {
    List<String> some =
        Hand.on(side).stream()
            .filter(h -> draft.external || !h.isNamed())
            .filter(h -> dice.chance(60))
            .map(h -> h.said)
            .toList();
    if (!some.isEmpty()) {
      track.writers.put(side, some);
    }
  }
}
