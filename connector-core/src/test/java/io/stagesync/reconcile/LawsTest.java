package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over vocabularies that nobody thought of. */
class LawsTest {
  private static final int VOCABULARIES = 150;

  /** A vocabulary; the same seed and another prefix give the same one with other labels. */
  private static TrackMapping vocabulary(long seed, String prefix) {
    SplittableRandom random = new SplittableRandom(seed);
    TrackBuilder track =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot(random.nextBoolean() ? "lifecyclestage" : "stage")
            .conflict(ConflictRule.values()[random.nextInt(ConflictRule.values().length)])
            .firstSync(FirstSync.values()[random.nextInt(FirstSync.values().length)]);
    boolean ordered = random.nextBoolean();
    int size = 2 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      String salesforce = words("S" + i, i, prefix, random);
      String hubspot =
          salesforce.startsWith("S") ? words("H" + i, i, prefix, random) : own("H" + i, random);
      List<String> options = new ArrayList<>();
      if (ordered) {
        options.add("rank=" + (i + random.nextInt(2)));
        if (random.nextInt(3) == 0) {
          options.add("branch=" + (random.nextBoolean() ? "one" : "other"));
        }
      }
      if (random.nextInt(3) == 0) {
        options.add("Partner=" + own("P" + i, random));
      }
      if (random.nextInt(4) == 0) {
        options.add("owner=" + (random.nextBoolean() ? "sales" : "marketing"));
      }
      track.label(prefix + i, salesforce, hubspot, options.toArray(String[]::new));
    }
    if (random.nextBoolean()) {
      track.back(prefix + "0", "", prefix + (size - 1));
    }
    return track.build();
  }

  /** Words of its own, those of an earlier label, or none. */
  private static String words(String own, int i, String prefix, SplittableRandom random) {
    int kind = random.nextInt(6);
    if (kind == 0) {
      return "none";
    }
    return kind == 1 && i > 0 ? "shares " + prefix + random.nextInt(i) : own(own, random);
  }

  private static String own(String own, SplittableRandom random) {
    return random.nextInt(3) == 0 ? own + ", " + own + "x" : own;
  }

  private static List<Optional<RawValue>> shown(Catalogs catalogs, TrackMapping track, Side side) {
    List<Optional<RawValue>> shown = new ArrayList<>(List.of(Optional.empty()));
    catalogs.on(side).field(track.field(side).orElseThrow()).orElseThrow().values().stream()
        .map(Optional::of)
        .forEach(shown::add);
    return shown;
  }

  private static PairModel pair(
      TrackMapping track, Optional<String> base, Optional<RawValue> sf, Optional<RawValue> hs) {
    Mapping mapping = TestMappings.mapping(track);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.run = 9;
    model.show(track.track(), Side.SALESFORCE, sf.map(RawValue::text).orElse(""));
    model.show(track.track(), Side.HUBSPOT, hs.map(RawValue::text).orElse(""));
    base.map(Label::new)
        .ifPresent(
            b ->
                model.base(
                    track.track(),
                    new Base(
                        b,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(b),
                        track.fingerprint())));
    return model;
  }

  private static TrackDecision decide(PairModel model) {
    return Objects.requireNonNull(
        model.decide().tracks().get(model.mapping.tracks().get(0).track()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260911, 77_000_003})
  void whatIsWrittenIsReadBackAsTheLabelThatWasMeant(long seed) {
    System.out.println("round trip, seed " + seed);
    int written = 0;
    for (int i = 0; i < VOCABULARIES; i++) {
      TrackMapping track = vocabulary(seed + i, "l");
      Catalogs catalogs = TestMappings.catalogs(TestMappings.mapping(track));
      for (Optional<RecordType> type :
          List.of(Optional.<RecordType>empty(), Optional.of(TestMappings.PARTNER))) {
        for (Side side : Side.values()) {
          ValueTable table = ValueTable.of(track, side, type, catalogs.on(side));
          for (LabelMapping label : track.labels()) {
            for (RawValue value : table.written(label.label())) {
              assertThat(table.meanings(Optional.of(value)))
                  .as("seed %d, %s %s of %s", seed + i, side, value, track)
                  .contains(label.label());
              assertThat(table.own(Optional.of(value))).isPresent();
              written++;
            }
          }
        }
      }
    }
    assertThat(written).isGreaterThan(VOCABULARIES * 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20260911, 77_000_003})
  void aSideThatCanMeanTheLabelIsNotWrittenAndOneRunIsEnough(long seed) {
    System.out.println("no needless write, seed " + seed);
    int pushed = 0;
    for (int i = 0; i < VOCABULARIES; i++) {
      TrackMapping track = vocabulary(seed + i, "l");
      Catalogs catalogs = TestMappings.catalogs(TestMappings.mapping(track));
      for (Optional<RawValue> sf : shown(catalogs, track, Side.SALESFORCE)) {
        for (Optional<RawValue> hs : shown(catalogs, track, Side.HUBSPOT)) {
          for (String base : List.of("", "l0", "l1")) {
            PairModel model = pair(track, Optional.of(base).filter(b -> !b.isEmpty()), sf, hs);
            TrackDecision decision = decide(model);
            for (FieldWrite write : decision.writes()) {
              pushed++;
              ValueTable table =
                  ValueTable.of(track, write.side(), Optional.empty(), catalogs.on(write.side()));
              assertThat(decision.to().filter(table.meanings(write.expected())::contains))
                  .as("seed %d: %s", seed + i, decision)
                  .isEmpty();
            }
            model.round();
            assertThat(model.round()).as("seed %d: %s", seed + i, decision).isZero();
            if (decision.outcome() == Outcome.PUSHED) {
              assertThat(decide(model).to()).as("seed %d", seed + i).isEqualTo(decision.to());
            }
          }
        }
      }
    }
    assertThat(pushed).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20260911, 77_000_003})
  void renamingLabelsChangesNoDecision(long seed) {
    System.out.println("renaming, seed " + seed);
    int decisions = 0;
    for (int i = 0; i < VOCABULARIES; i++) {
      TrackMapping track = vocabulary(seed + i, "l");
      TrackMapping renamed = vocabulary(seed + i, "another-");
      Catalogs catalogs = TestMappings.catalogs(TestMappings.mapping(track));
      for (Optional<RawValue> sf : shown(catalogs, track, Side.SALESFORCE)) {
        for (Optional<RawValue> hs : shown(catalogs, track, Side.HUBSPOT)) {
          for (String base : List.of("", "0", "1")) {
            Optional<String> b = Optional.of(base).filter(s -> !s.isEmpty());
            TrackDecision one = decide(pair(track, b.map("l"::concat), sf, hs));
            TrackDecision other = decide(pair(renamed, b.map("another-"::concat), sf, hs));
            assertThat(other.reason()).as("seed %d", seed + i).isEqualTo(one.reason());
            assertThat(other.writes()).as("seed %d", seed + i).isEqualTo(one.writes());
            decisions++;
          }
        }
      }
    }
    assertThat(decisions).isGreaterThan(5_000);
  }
}
