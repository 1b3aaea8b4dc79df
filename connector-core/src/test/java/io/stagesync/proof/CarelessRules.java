package io.stagesync.proof;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small files whose rules were written without a thought of what they do beside one another. */
final class CarelessRules {
  private static final List<String> WORDS = List.of("a", "b", "c");
  private static final int RULES = 5;

  private final Draft draft = new Draft();
  private final Dice dice;

  private CarelessRules(long seed) {
    this.dice = new Dice(seed);
  }

  static Draft draft(long seed) {
    return new CarelessRules(seed).write();
  }

  private Draft write() {
    int size = dice.chance(20) ? 3 : 2;
    for (String name : List.of("one", "two", "three").subList(0, size)) {
      TrackDraft track = track(name);
      draft.tracks.add(track);
      if (dice.chance(50)) {
        ranked(track);
      }
      if (dice.chance(30)) {
        LabelDraft borrower = track.labels.get(1);
        borrower.words.put(dice.any(List.of(Side.values())), WordsDraft.sharing("a"));
      }
      track.policies.put("conflict", dice.any(List.of("salesforce-wins", "review")));
      track.policies.put("first-sync", dice.any(List.of("hubspot-wins", "report-only")));
      track.policies.put("refused-edits", dice.any(List.of("correct", "hold")));
    }
    for (int i = 0; i < RULES; i++) {
      TrackDraft when = dice.any(draft.tracks);
      TrackDraft then = dice.any(draft.tracks);
      if (when != then) {
        draft.rules.add(
            new RuleDraft(when.name, dice.any(WORDS), then.name, dice.any(WORDS), condition()));
      }
    }
    return draft;
  }

  private Optional<String> condition() {
    if (dice.chance(40)) {
      return Optional.empty();
    }
    return Optional.of(dice.chance(20) ? "" : dice.any(WORDS));
  }

  private void ranked(TrackDraft track) {
    for (int i = 0; i < track.labels.size(); i++) {
      track.labels.get(i).rank = Optional.of(10 * (i + 1));
    }
    if (dice.chance(50)) {
      track.ways.add(new WayDraft(List.of("b", "c"), "a", ""));
    }
  }

  /** A track with three labels that have a word on both sides. */
  static TrackDraft track(String name) {
    TrackDraft track = new TrackDraft(name);
    track.fields.put(Side.SALESFORCE, "Lead." + name + "__c");
    track.fields.put(Side.HUBSPOT, "contact." + name);
    for (String word : WORDS) {
      LabelDraft label = new LabelDraft(word);
      label.words.put(Side.SALESFORCE, WordsDraft.own(List.of(word.toUpperCase(Locale.ROOT))));
      label.words.put(Side.HUBSPOT, WordsDraft.own(List.of(word)));
      track.labels.add(label);
    }
    return track;
  }
}
