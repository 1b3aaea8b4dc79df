package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every base, every value of both sides, converted or not with each evidence, of every record type,
 * under every rule: I1, I3, I6, I7, I13, I17, I18.
 */
class WholeVocabularyTest {
  private static final String UNMAPPED = "no such value";
  private static final String UNREADABLE = "?";
  private static final String GONE = "x";

  private long cases;
  private long kills;

  /** Ranks, a hole, a shared value, ways back, owners, an opportunity; forward-only in HubSpot. */
  static TrackBuilder ordered() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("subscriber", "none", "subscriber", "rank=10")
        .label("mrl", "MRL", "11", "rank=25", "owner=sales")
        .label("mql", "MQL", "mql", "rank=30", "owner=marketing")
        .label("sal", "SAL", "shares mql", "rank=40", "owner=sales")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity")
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

  @Test
  void everyStateOfAnOrderedTrackConverges() {
    everyState(WholeVocabularyTest::ordered, List.of(false));
    System.out.println("ordered track: " + cases + " states, " + kills + " kills");
    assertThat(cases).isGreaterThan(100_000);
    assertThat(kills).isGreaterThan(10_000);
  }

  @Test
  void everyStateOfATrackWithoutOrderConverges() {
    everyState(WholeVocabularyTest::unordered, List.of(false, true));
    System.out.println("track without order: " + cases + " states, " + kills + " kills");
    assertThat(cases).isGreaterThan(100_000);
    assertThat(kills).isGreaterThan(10_000);
  }

  private void everyState(Supplier<TrackBuilder> track, List<Boolean> recordTypes) {
    for (FirstSync firstSync : FirstSync.values()) {
      for (ConflictRule conflict : ConflictRule.values()) {
        // A base makes first sight moot and its absence a conflict: one of both at a time suffices.
        boolean both = conflict.name().equals(firstSync.name());
        boolean reportOnly = firstSync == FirstSync.REPORT_ONLY && conflict == ConflictRule.REVIEW;
        if (!both && !reportOnly) {
          continue;
        }
        for (Clears clears : Clears.values()) {
          for (RefusedEdits refused : RefusedEdits.values()) {
            for (Direction direction : Direction.values()) {
              // In a one-way track the leading side wins, whatever the rule.
              if (direction != Direction.TWO_WAY && conflict != ConflictRule.REVIEW) {
                continue;
              }
              TrackMapping built =
                  track
                      .get()
                      .conflict(conflict)
                      .firstSync(firstSync)
                      .clears(clears)
                      .refusedEdits(refused)
                      .direction(direction)
                      .build();
              boolean one = direction != Direction.TWO_WAY;
              everyState(built, refused, one ? List.of(false) : recordTypes);
            }
          }
        }
      }
    }
  }

  private void everyState(TrackMapping track, RefusedEdits disagrees, List<Boolean> recordTypes) {
    Mapping mapping = TestMappings.mapping(track);
    if (track.track().equals(TestMappings.STAGE)) {
      var conversion =
          new Conversion(
              track.track(),
              Map.of(
                  Evidence.WON, new Label("customer"),
                  Evidence.OPEN, new Label("sal"),
                  Evidence.LOST, new Label("mrl")),
              disagrees);
      mapping = TestMappings.with(mapping, conversion);
    }
    Catalogs catalogs = TestMappings.catalogs(mapping);
    List<Optional<Evidence>> leads = new ArrayList<>(List.of(Optional.empty()));
    // Where no opportunity speaks, every evidence is like the other.
    boolean all = mapping.conversion().isPresent() || track.firstSync() == FirstSync.REVIEW;
    (all ? List.of(Evidence.values()) : List.of(Evidence.OPEN))
        .forEach(e -> leads.add(Optional.of(e)));
    for (boolean partner : recordTypes) {
      for (Optional<Evidence> lead : leads) {
        for (Optional<Base> base : bases(track, catalogs, lead)) {
          for (String salesforce : shown(track, catalogs, Side.SALESFORCE)) {
            for (String hubspot : shown(track, catalogs, Side.HUBSPOT)) {
              check(mapping, catalogs, partner, lead, base, salesforce, hubspot);
            }
          }
        }
      }
    }
  }

  private static List<String> shown(TrackMapping track, Catalogs catalogs, Side side) {
    List<String> shown = new ArrayList<>(List.of("", UNMAPPED, UNREADABLE, GONE));
    var field = catalogs.on(side).field(track.field(side).orElseThrow()).orElseThrow();
    field.values().forEach(v -> shown.add(v.text()));
    return shown;
  }

  /** No base, and each label as both sides would have been agreed on it. */
  private static List<Optional<Base>> bases(
      TrackMapping track, Catalogs catalogs, Optional<Evidence> lead) {
    Set<Optional<Base>> bases = new LinkedHashSet<>(List.of(Optional.empty()));
    List<Optional<Evidence>> evidences = new ArrayList<>(List.of(Optional.empty()));
    lead.filter(e -> e != Evidence.UNREADABLE).map(Optional::of).ifPresent(evidences::add);
    if (lead.isPresent()) {
      evidences.add(Optional.of(Evidence.WON));
    }
    for (var label : track.labels()) {
      for (Optional<Evidence> evidence : evidences) {
        bases.add(
            Optional.of(
                new Base(
                    label.label(),
                    word(track, catalogs, Side.SALESFORCE, label.label()),
                    word(track, catalogs, Side.HUBSPOT, label.label()),
                    evidence,
                    Optional.of(label.label()),
                    track.fingerprint())));
      }
    }
    return List.copyOf(bases);
  }

  private static Optional<RawValue> word(
      TrackMapping track, Catalogs catalogs, Side side, Label label) {
    return ValueTable.of(track, side, Optional.empty(), catalogs.on(side)).written(label).stream()
        .findFirst();
  }

  private static Observation seen(String raw) {
    return switch (raw) {
      case "" -> Observation.of(Observation.Kind.BLANK);
      case UNREADABLE -> Observation.of(Observation.Kind.UNREADABLE);
      case GONE -> Observation.of(Observation.Kind.GONE);
      default -> Observation.of(new RawValue(raw));
    };
  }

  private void check(
      Mapping mapping,
      Catalogs catalogs,
      boolean partner,
      Optional<Evidence> lead,
      Optional<Base> base,
      String salesforce,
      String hubspot) {
    Track track = mapping.tracks().get(0).track();
    Instant early = Instant.EPOCH;
    Instant late = early.plusSeconds(60);
    Supplier<PairModel> fresh =
        () -> {
          PairModel m = new PairModel(mapping, catalogs);
          m.converted = lead.isPresent();
          m.evidence = lead.orElse(Evidence.NONE);
          m.recordType = partner ? Optional.of(TestMappings.PARTNER) : Optional.empty();
          m.on(Side.SALESFORCE)
              .put(track, seen(salesforce).changed(new ChangeWindow(early, early, true)));
          m.on(Side.HUBSPOT).put(track, seen(hubspot).changed(new ChangeWindow(late, late, true)));
          base.ifPresent(b -> m.base(track, b));
          return m;
        };
    cases++;
    PairModel whole = fresh.get();
    boolean settles = settle(whole, track);
    Supplier<String> start =
        () ->
            "start: "
                + fresh.get().outcome()
                + fresh.get().mapping.tracks().get(0)
                + " "
                + lead
                + " "
                + base;
    if (whole.round() != 0) {
      throw new AssertionError(
          (settles ? "a settled" : "another")
              + " run still writes: "
              + start.get()
              + " -> "
              + whole.outcome());
    }
    lawful(whole, track, lead, start);
    String end = whole.outcome();
    for (int step = 0; step < 12; step++) {
      boolean twoSided =
          whole.sent.stream().map(sent -> sent.write().side()).distinct().count() > 1;
      for (Side first : twoSided ? List.of(Side.values()) : List.of(Side.SALESFORCE)) {
        PairModel killed = fresh.get();
        killed.first = first;
        // What the first run only looks at is written by the second one.
        boolean was = killed.killedAt(step);
        if (!was && settles) {
          was = killed.killedAt(step);
        }
        if (!was) {
          step = 12;
          continue;
        }
        kills++;
        settle(killed, track);
        if (!killed.outcome().equals(end)) {
          throw new AssertionError(
              "killed before step "
                  + step
                  + ", "
                  + first
                  + " first: "
                  + start.get()
                  + "\n whole  "
                  + end
                  + "\n killed "
                  + killed.outcome());
        }
        lawful(killed, track, lead, start);
      }
    }
  }

  /** Lets a pair come to rest; whether a blank had to settle. */
  private static boolean settle(PairModel model, Track track) {
    Reason decided = Objects.requireNonNull(model.decide().tracks().get(track)).reason();
    boolean settles = decided == Reason.BLANK_SETTLES;
    // Two sides that are set back one after the other take a run each; see Guards.correct.
    boolean oneByOne =
        model.mapping.tracks().get(0).refusedEdits() == RefusedEdits.CORRECT
            && (settles || decided == Reason.CORRECTED);
    model.round();
    if (settles) {
      model.round();
    }
    if (oneByOne) {
      model.round();
    }
    return settles;
  }

  private static void lawful(
      PairModel model, Track track, Optional<Evidence> lead, Supplier<String> start) {
    TrackMapping t = model.mapping.track(track);
    for (PairModel.Sent sent : model.sent) {
      FieldWrite write = sent.write();
      TrackDecision decision = sent.decision();
      if (lead.isPresent() && write.side() == Side.SALESFORCE) {
        throw new AssertionError("a converted lead was written: " + start.get());
      }
      if (!t.direction().writes(write.side())) {
        throw new AssertionError(
            "a side was written that the track does not write: " + start.get());
      }
      boolean restores = decision.reason() == Reason.RESTORED;
      ValueTable table =
          ValueTable.of(t, write.side(), model.recordType, model.catalogs.on(write.side()));
      if (!restores && decision.to().filter(table.meanings(sent.shown())::contains).isPresent()) {
        throw new AssertionError("written although it means the label already: " + start.get());
      }
      if (write.value().isPresent()
          && decision.to().filter(table.meanings(write.value())::contains).isEmpty()
          && !restores) {
        throw new AssertionError("what was written does not mean the label: " + start.get());
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
        throw new AssertionError("a rank fell along no declared way: " + start.get());
      }
    }
    TrackDecision last = Objects.requireNonNull(model.decide().tracks().get(track));
    boolean stopped = last.outcome() == Outcome.HELD || last.outcome() == Outcome.CONFLICT;
    if (last.why().isBlank() || (stopped && last.release().isBlank())) {
      throw new AssertionError("not explained: " + start.get());
    }
    if (last.outcome() == Outcome.PUSHED || last.outcome() == Outcome.REFUSED) {
      throw new AssertionError("not at rest: " + start.get() + " -> " + model.outcome());
    }
  }
}
