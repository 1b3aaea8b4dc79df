package io.stagesync.reconcile;

import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two tracks that drive each other, in every state, with a kill between any two steps: I6, I7. */
class RulesAndKillsTest {

  @Test
  void aKillBetweenAnyTwoStepsOfRulesChangesNothingInTheEnd() {
    List<Rule> rules =
        List.of(
            RulesAcrossTracksTest.QUALIFIED_IS_SQL,
            TestMappings.ruleIf(STAGE, "mql", STATUS, "working", "open"));
    Mapping mapping = RulesAcrossTracksTest.mapping(rules.toArray(Rule[]::new));
    Catalogs catalogs = TestMappings.catalogs(mapping);
    List<String> stageOf = shown(mapping, catalogs, STAGE, Side.SALESFORCE);
    List<String> stageIn = shown(mapping, catalogs, STAGE, Side.HUBSPOT);
    List<String> statusOf = shown(mapping, catalogs, STATUS, Side.SALESFORCE);
    long kills = 0;
    for (String base : List.of("mql", "sql")) {
      for (String statusBase : List.of("open", "working")) {
        for (String a : stageOf) {
          for (String b : stageIn) {
            for (String c : statusOf) {
              for (String d : List.of("NEW", "IN_PROGRESS", "OPEN_DEAL")) {
                Supplier<PairModel> fresh =
                    () ->
                        RulesAcrossTracksTest.resting(mapping, base, statusBase)
                            .show(STAGE, Side.SALESFORCE, a)
                            .show(STAGE, Side.HUBSPOT, b)
                            .show(STATUS, Side.SALESFORCE, c)
                            .show(STATUS, Side.HUBSPOT, d);
                kills += killed(fresh);
              }
            }
          }
        }
      }
    }
    System.out.println("rules: " + kills + " kills");
    assertThat(kills).isGreaterThan(5_000);
  }

  static List<String> shown(Mapping mapping, Catalogs catalogs, Track track, Side side) {
    List<String> shown = new ArrayList<>(List.of(""));
    catalogs
        .on(side)
        .field(mapping.track(track).field(side).orElseThrow())
        .orElseThrow()
        .values()
        .forEach(value -> shown.add(value.text()));
    return shown;
  }

  /** Kills a pair between any two steps; it ends as it does without. Returns how often. */
  static long killed(Supplier<PairModel> fresh) {
    long kills = 0;
    PairModel whole = fresh.get();
    for (int i = 0; i < 4; i++) {
      whole.round();
    }
    assertThat(whole.round()).as(fresh.get().outcome()).isZero();
    String end = whole.outcome();
    for (Side first : Side.values()) {
      for (int step = 0; step < 12; step++) {
        PairModel model = fresh.get();
        model.first = first;
        if (!model.killedAt(step)) {
          break;
        }
        kills++;
        for (int i = 0; i < 4; i++) {
          model.round();
        }
        if (!model.outcome().equals(end)) {
          throw new AssertionError(
              "killed before step "
                  + step
                  + ", "
                  + first
                  + " first\n start  "
                  + fresh.get().outcome()
                  + "\n whole  "
                  + end
                  + "\n killed "
                  + model.outcome());
        }
      }
    }
    return kills;
  }
}
