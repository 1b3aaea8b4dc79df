package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.EveryRule.Fork;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every base, every value of both sides, converted or not with each evidence, of every record type,
 * crossed with every rule: I1, I3, I6, I7, I13, I17, I18. See {@link EveryRule} for how that many
 * stories can be told.
 */
class WholeVocabularyTest {
  private static final int STEPS = 12;
  private static final int DRAWN = 12;

  private final LongAdder states = new LongAdder();
  private final LongAdder stories = new LongAdder();
  private final LongAdder kills = new LongAdder();

  /**
   * Ranks, holes, a shared value, several raw values a label, a record type, ways back, owners, an
   * opportunity; forward-only in HubSpot.
   */
  static TrackBuilder ordered() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("subscriber", "none", "subscriber", "rank=10")
        .label("mrl", "MRL, Ready", "11, 12", "rank=25", "owner=sales")
        .label("mql", "MQL", "mql", "rank=30", "owner=marketing", "Partner=Partner MQL")
        .label("sal", "SAL", "shares mql", "rank=40", "owner=sales")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity")
        .ignores(Side.HUBSPOT, "other")
        .back("mrl", "sales", "sal", "mql");
  }

  /** No ranks, several raw values a label, a hole in HubSpot, a record type, a converted status. */
  static TrackBuilder unordered() {
    return new TrackBuilder("lead-status")
        .salesforce("Lead", "Status")
        .hubspot("hs_lead_status")
        .label("open", "New, Fresh", "NEW, OPEN")
        .label("working", "Working, Legal", "IN_PROGRESS", "Partner=Partner Working")
        .label("nurture", "Nurture", "none")
        .label("converted", "converted", "shares working")
        .ignores(Side.HUBSPOT, "SPAM");
  }

  /** Two branches beside each other, with a way back out of one of them. */
  static TrackBuilder forked() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("mrl", "MRL", "mrl", "rank=25")
        .label("sal", "SAL", "sal", "rank=40", "branch=outreach", "owner=sales")
        .label("trial", "Trial", "trial", "rank=45", "branch=self-serve")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity")
        .back("mrl", "", "trial");
  }

  private static EveryRule orderedRules() {
    return new EveryRule(WholeVocabularyTest::ordered, Optional.of(conversion()));
  }

  private static EveryRule forkedRules() {
    return new EveryRule(WholeVocabularyTest::forked, Optional.of(conversion()));
  }

  private static Conversion conversion() {
    return new Conversion(
        TestMappings.STAGE,
        Map.of(
            Evidence.WON, new Label("customer"),
            Evidence.OPEN, new Label("sal"),
            Evidence.LOST, new Label("mrl")),
        RefusedEdits.HOLD);
  }

  private static EveryRule unorderedRules() {
    return new EveryRule(WholeVocabularyTest::unordered, Optional.empty());
  }

  @Test
  void everyStateOfAnOrderedTrackConvergesUnderEveryRule() {
    everyState("ordered track", orderedRules());
    assertThat(states.sum()).isGreaterThan(12_000);
    assertThat(stories.sum()).isGreaterThan(20_000);
    assertThat(kills.sum()).isGreaterThan(10_000);
  }

  @Test
  void everyStateOfATrackWithBranchesConvergesUnderEveryRule() {
    everyState("track with branches", forkedRules());
    assertThat(states.sum()).isGreaterThan(5_000);
    assertThat(stories.sum()).isGreaterThan(5_000);
    assertThat(kills.sum()).isGreaterThan(2_000);
  }

  @Test
  void everyStateOfATrackWithoutOrderConvergesUnderEveryRule() {
    everyState("track without order", unorderedRules());
    assertThat(states.sum()).isGreaterThan(12_000);
    assertThat(stories.sum()).isGreaterThan(13_500);
    assertThat(kills.sum()).isGreaterThan(3_500);
  }

  /** Every state is followed under the rules that its standing asks, and only because of this. */
  @Test
  void aQuestionThatIsNotAskedChangesNoDecision() {
    long seed = Long.getLong("stagesync.seed", 20261203L);
    System.out.println("rules drawn with seed: " + seed);
    for (EveryRule every : List.of(orderedRules(), forkedRules(), unorderedRules())) {
      Start.all(every).parallel().forEach(start -> asksOnlyWhatMatters(every, start, seed));
    }
  }

  private static void asksOnlyWhatMatters(EveryRule every, Start start, long seed) {
    PairView pair = start.model(every).view();
    SplittableRandom random = new SplittableRandom(seed + start.hashCode());
    for (int i = 0; i < DRAWN; i++) {
      int drawn = random.nextInt(every.count());
      int asked = every.number(every.rules(drawn).asked(every.standing(pair)));
      PairDecision one = EveryRule.wordless(every.decide(drawn, pair));
      if (!one.equals(EveryRule.wordless(every.decide(asked, pair)))) {
        throw new AssertionError(
            every.rules(drawn) + " is not like " + every.rules(asked) + " in " + start);
      }
    }
  }

  private void everyState(String name, EveryRule every) {
    Start.all(every)
        .parallel()
        .forEach(
            start -> {
              states.increment();
              every.tell(fork -> story(every, start, fork));
            });
    System.out.println(
        name
            + ": "
            + states
            + " states, each under "
            + every.count()
            + " rule sets, told in "
            + stories
            + " stories with "
            + kills
            + " kills");
  }

  private void story(EveryRule every, Start start, Fork fork) {
    PairModel whole = start.model(every);
    whole.decider = fork::decide;
    boolean settles = settle(whole);
    if (whole.round() != 0) {
      throw new AssertionError(
          (settles ? "a settled" : "another")
              + " run still writes: "
              + start
              + " under "
              + fork.example()
              + " -> "
              + whole.outcome());
    }
    lawful(whole, start, fork);
    String end = whole.outcome();
    boolean twoSided = whole.sent.stream().map(sent -> sent.write().side()).distinct().count() > 1;
    for (Side first : twoSided ? List.of(Side.values()) : List.of(Side.SALESFORCE)) {
      for (int step = 0; step < STEPS; step++) {
        boolean[] was = new boolean[1];
        int at = step;
        fork.tell(f -> was[0] |= killed(every, start, f, first, at, end));
        if (!was[0]) {
          break;
        }
      }
    }
    stories.increment();
  }

  /** Whether there was such a step. */
  private boolean killed(
      EveryRule every, Start start, Fork fork, Side first, int step, String end) {
    PairModel model = start.model(every);
    model.decider = fork::decide;
    model.first = first;
    boolean settles = decided(model) == Reason.BLANK_SETTLES;
    boolean was = model.killedAt(step);
    if (!was && settles) {
      // What the first run only looks at is written by the second one.
      was = model.killedAt(step);
    }
    if (!was) {
      return false;
    }
    kills.increment();
    settle(model);
    if (!model.outcome().equals(end)) {
      throw new AssertionError(
          "killed before step "
              + step
              + ", "
              + first
              + " first: "
              + start
              + " under "
              + fork.example()
              + "\n whole  "
              + end
              + "\n killed "
              + model.outcome());
    }
    lawful(model, start, fork);
    return true;
  }

  private static Reason decided(PairModel model) {
    return model.decide().tracks().values().iterator().next().reason();
  }

  /** Lets a pair come to rest within the runs that the contract gives it. */
  private static boolean settle(PairModel model) {
    boolean settles = decided(model) == Reason.BLANK_SETTLES;
    if (settles) {
      model.round();
    }
    // Two sides that are set back one after the other take a run each; see Guards.correct.
    boolean oneByOne = decided(model) == Reason.CORRECTED;
    model.round();
    if (oneByOne) {
      model.round();
    }
    return settles;
  }

  private static void lawful(PairModel model, Start start, Fork fork) {
    Supplier<String> told = () -> start + " under " + fork.example() + " -> " + model.outcome();
    TrackMapping t = model.mapping.tracks().get(0);
    for (PairModel.Sent sent : model.sent) {
      FieldWrite write = sent.write();
      TrackDecision decision = sent.decision();
      if (start.lead().isPresent() && write.side() == Side.SALESFORCE) {
        throw new AssertionError("a converted lead was written: " + told.get());
      }
      if (fork.forbids(write.side())) {
        throw new AssertionError("a side was written that the track does not write: " + told.get());
      }
      boolean restores = decision.reason() == Reason.RESTORED;
      ValueTable table =
          ValueTable.of(t, write.side(), model.recordType, model.catalogs.on(write.side()));
      if (!restores && decision.to().filter(table.meanings(sent.shown())::contains).isPresent()) {
        throw new AssertionError("written although it means the label already: " + told.get());
      }
      if (write.value().isPresent()
          && decision.to().filter(table.meanings(write.value())::contains).isEmpty()
          && !restores) {
        throw new AssertionError("what was written does not mean the label: " + told.get());
      }
      boolean allowed =
          switch (decision.reason()) {
            case CORRECTED, CONVERTED, CHOSEN, RESTORED -> true;
            default -> false;
          };
      Optional<Label> from = table.own(sent.shown());
      if (!allowed
          && from.isPresent()
          && decision.to().isPresent()
          && t.backward(from.get(), decision.to().get())
          && t.waysBack(from.get(), decision.to().get()).isEmpty()
          && !table.meanings(sent.shown()).contains(decision.to().get())) {
        throw new AssertionError("a rank fell along no declared way: " + told.get());
      }
    }
    TrackDecision last = model.decide().tracks().values().iterator().next();
    if (last.outcome() == Outcome.PUSHED || last.outcome() == Outcome.REFUSED) {
      throw new AssertionError("not at rest: " + told.get());
    }
  }
}
