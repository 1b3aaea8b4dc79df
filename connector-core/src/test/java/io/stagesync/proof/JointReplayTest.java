package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.state.jdbc.ReusedStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the proof of several tracks together refuses, seen in the engine.
 *
 * <p>Two laws are asked of tracks together and have no file here, for none can break them. A rank
 * cannot fall ({@link Law#RANK_KEPT}): a rule drives a track with ranks only from where the track
 * comes to by itself onward, or along a declared way, and of a companion nothing but a blank is
 * supplied, and no undeclared step back. A side that can mean the label is not written ({@link
 * Law#NO_NEEDLESS_WRITE}): a rule leaves it out, and a blank companion means no label that has a
 * word to be supplied. Whatever a file says, both would take another reconciler; for the day when
 * it is another one they are asked.
 */
class JointReplayTest {
  private static final int CARELESS = Integer.getInteger("stagesync.vocabularies", 100) / 5;
  private static final long SEED = Long.getLong("stagesync.seed", 20270215L);

  @TempDir Path folder;

  @Test
  void rulesThatDriveOneAnotherWithoutEndGoRoundInTheEngineToo() {
    assertThat(
            seen(
                rule("one", "a", "two", "b", "a"),
                rule("two", "b", "one", "b", "a"),
                rule("one", "b", "two", "a", "b"),
                rule("two", "a", "one", "a", "b")))
        .containsEntry(Law.NO_CYCLE, true);
  }

  @Test
  void aRuleThatTakesUpWhatAnotherOneLeftIsDoneInTheRunThatWritesTheOther() {
    // A run looks again after each write; the proof counts each look as a sync of its own.
    assertThat(seen(rule("one", "a", "two", "b", "a"), rule("one", "a", "two", "c", "b")))
        .doesNotContainValue(true);
  }

  /** Written at once, both sides come to rest, though one sync too late. */
  @Test
  void whatGoesRoundOnlyWhereOneSideIsWrittenBeforeTheOtherGoesRoundInTheEngine() {
    Draft draft = draft(rule("one", "a", "two", "a", "b"), rule("one", "a", "two", "b"));
    TrackDraft two = draft.track("two");
    for (int i = 0; i < two.labels.size(); i++) {
      two.labels.get(i).rank = Optional.of(10 * (i + 1));
    }
    two.ways.add(new WayDraft(List.of("b"), "a", ""));
    Map<Boolean, Set<Law>> broken = new HashMap<>();
    for (Breach breach : JointReplay.breaches(DraftMapping.of(draft))) {
      boolean atOnce = breach.first().isEmpty();
      broken.computeIfAbsent(atOnce, b -> new HashSet<>()).add(breach.law());
    }
    assertThat(broken.get(true)).doesNotContain(Law.NO_CYCLE);
    assertThat(broken.get(false)).contains(Law.NO_CYCLE);
    assertThat(seen(draft)).containsEntry(Law.NO_CYCLE, true);
  }

  @Test
  void rulesThatLeadToSeveralLabelsLeaveAPersonToChoose() {
    assertThat(seen(rule("one", "a", "two", "b"), rule("three", "a", "two", "c")))
        .containsEntry(Law.ONE_FIXED_POINT, true);
  }

  /**
   * Of what is refused for nothing but a sync too many, some is not seen: a run looks again after
   * each of its writes, a few times, and so does within one run what the proof counts as several.
   */
  @Test
  void whateverTheProofRefusesOfCarelessRulesBreaksInTheEngine() {
    System.out.println("careless rules: " + CARELESS + ", seed: " + SEED);
    Map<Map<Law, Boolean>, Integer> seen = new HashMap<>();
    Map<Long, String> notSeen = new TreeMap<>();
    try (ReusedStore store = new ReusedStore(folder, "careless")) {
      for (long seed = SEED; seed < SEED + CARELESS; seed++) {
        Draft draft = CarelessRules.draft(seed);
        Mapping mapping = DraftMapping.of(draft);
        List<Breach> breaches = JointReplay.breaches(mapping);
        if (breaches.isEmpty()) {
          continue;
        }
        Map<Law, Boolean> laws = new JointReplay(draft, mapping, store::fresh).seen(breaches);
        seen.merge(laws, 1, Integer::sum);
        if (!laws.containsValue(true) && !laws.keySet().equals(Set.of(Law.AT_REST))) {
          notSeen.put(seed, laws + "\n" + DraftYaml.of(draft));
        }
      }
    }
    System.out.println("refused together, and seen in the engine: " + seen);
    assertThat(seen).as("refused at all").matches(s -> !s.isEmpty() || CARELESS < 20);
    assertThat(notSeen).as("refused, and the engine breaks no law").isEmpty();
  }

  private static Draft draft(RuleDraft... rules) {
    Draft draft = new Draft();
    for (String name : List.of("one", "two", "three")) {
      draft.tracks.add(CarelessRules.track(name));
    }
    draft.rules.addAll(List.of(rules));
    return draft;
  }

  private Map<Law, Boolean> seen(RuleDraft... rules) {
    return seen(draft(rules));
  }

  private Map<Law, Boolean> seen(Draft draft) {
    try (ReusedStore store = new ReusedStore(folder, "joint")) {
      return new JointReplay(draft, DraftMapping.of(draft), store::fresh).seen();
    }
  }

  private static RuleDraft rule(String when, String enters, String driven, String target) {
    return new RuleDraft(when, enters, driven, target, Optional.empty());
  }

  private static RuleDraft rule(
      String when, String enters, String driven, String target, String onlyIf) {
    return new RuleDraft(when, enters, driven, target, Optional.of(onlyIf));
  }
}
