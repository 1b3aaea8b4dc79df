package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.Preview.Move;
import io.stagesync.engine.Preview.Standing;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a changed mapping would do, told before anything is done. */
class PreviewTest extends OnTestBed {
  private static final Track LEAD_STATUS = new Track("lead-status");
  private static final Track LEAD_STAGE = new Track("lead-stage");
  private static final String WORKING = "[IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED]";

  private int copies;
  private String problems = "";
  private String text = MappingFile.presetText("standard").replaceFirst("(?s)\\ntests:.*", "\n");

  private Preview preview() {
    assertThat(problems).isEmpty();
    return Foresee.ofStored(bed.store, bed.mapping, 3);
  }

  private Preview live() {
    var copy = folder.resolve("copy" + ++copies + ".db");
    bed.store.copyTo(copy);
    try (var store = TestStores.open(copy)) {
      return bed.engine(store).preview(3);
    }
  }

  /** Edits the mapping file, edit by edit. */
  private void say(String before, String after) {
    assertThat(text).contains(before);
    text = text.replace(before, after);
    var loaded = MappingFile.parse("changed.yaml", text);
    problems = loaded.mapping().isPresent() ? "" : loaded.render();
    loaded.mapping().ifPresent(m -> bed.mapping = m.withLimits(bed.mapping.limits()));
  }

  private static Standing at(Preview preview, Track track, Reason reason) {
    return preview.standings().stream()
        .filter(s -> s.track().equals(track) && s.reason() == reason)
        .findFirst()
        .orElse(new Standing(track, reason, 0, 0, 0, 0, List.of()));
  }

  @Test
  void theSameFileMovesNobody() {
    bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    var preview = preview();
    assertThat(preview.ground().sameMeaning()).isTrue();
    assertThat(preview.ground().asOf()).isEqualTo(1);
    assertThat(preview.pairs()).isEqualTo(1);
    assertThat(preview.writes()).isZero();
    assertThat(preview.limit()).isEmpty();
    assertThat(preview.calls()).isEqualTo(Map.of(Side.SALESFORCE, 0L, Side.HUBSPOT, 0L));
    assertThat(preview.standings()).allMatch(s -> s.entered() == 0 && s.left() == 0);
  }

  @Test
  void aWordThatMovesToAnotherLabelIsForeseenThenPlannedThenAppliedOnceAndWritesTheSame() {
    var moved = new ArrayList<Person>();
    for (int i = 0; i < 3; i++) {
      moved.add(bed.person("m" + i + "@x.io", "Working - Contacted", "Lead", "CONNECTED", "lead"));
    }
    var stays = bed.person("s@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    say(WORKING, "[IN_PROGRESS, ATTEMPTED_TO_CONTACT]");
    say("hubspot: [NEW, OPEN]", "hubspot: [NEW, OPEN, CONNECTED]");

    var preview = preview();
    assertThat(preview.ground().sameMeaning()).isFalse();
    assertThat(preview.forApproval()).isEqualTo(3);
    assertThat(preview.limit().orElseThrow().sentence()).startsWith("MAPPING_CHANGED: 3 of these");
    assertThat(preview.moves()).hasSize(1);
    Move move = preview.moves().get(0);
    assertThat(move.side()).isEqualTo(Side.SALESFORCE);
    assertThat(move.was()).isEqualTo("Working - Contacted");
    assertThat(move.now()).isEqualTo("Open - Not Contacted");
    assertThat(move.count()).isEqualTo(3);
    assertThat(move.forChange()).isEqualTo(3);
    assertThat(move.first()).extracting(PlanRow::lead).contains(moved.get(0).lead());
    assertThat(preview.calls()).isEqualTo(Map.of(Side.SALESFORCE, 2L, Side.HUBSPOT, 1L));
    assertThat(bed.salesforce.written).isEmpty();

    var held = bed.sync();
    assertThat(held.at(Reason.MAPPING_CHANGED)).isEqualTo(3);
    assertThat(held.writes()).isZero();
    try (Plan plan = plan()) {
      assertThat(plan.header().changes()).isEqualTo(preview.writes());
      var rows = new ArrayList<PlanRow>();
      plan.rows(rows::add);
      assertThat(rows).allMatch(r -> r.mappingChanged());
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), true).fit()).isEqualTo(3);
    }
    assertThat(moved)
        .extracting(p -> bed.value(p.lead(), STATUS))
        .containsOnly("Open - Not Contacted");
    assertThat(bed.value(stays.lead(), STATUS)).isEqualTo("Working - Contacted");
    assertThat(bed.sync().writes()).isZero();
    assertThat(preview().writes()).isZero();
    var approvals = bed.store.read(s -> s.vocabularies().approvals());
    assertThat(approvals)
        .hasEntrySatisfying(
            STATUS, a -> assertThat(a.how()).contains("with the plan that run 3 applied"));
  }

  @Test
  void newHoldsAndReleasedOnesAreCountedByReason() {
    bed.person("odd@x.io", "Legal Review", "Lead", "NEW", "lead");
    bed.person("gone@x.io", "Working - Contacted", "Lead", "CONNECTED", "lead");
    bed.sync();
    say("salesforce: Working - Contacted", "salesforce: [Working - Contacted, Legal Review]");
    say(WORKING, "[IN_PROGRESS, ATTEMPTED_TO_CONTACT]");
    var preview = preview();
    var unmapped = at(preview, LEAD_STATUS, Reason.UNMAPPED_VALUE);
    assertThat(unmapped.before()).isEqualTo(1);
    assertThat(unmapped.after()).isEqualTo(1);
    assertThat(unmapped.entered()).isEqualTo(1);
    assertThat(unmapped.left()).isEqualTo(1);
    assertThat(unmapped.first())
        .singleElement()
        .satisfies(r -> assertThat(r.why()).contains("CONNECTED"));
  }

  @Test
  void whoFallsOutOfScopeIsCountedAndNotWritten() {
    bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    say("  # scope: { not-below: mql }", "  scope: { not-below: mql } #");
    var preview = preview();
    assertThat(at(preview, LEAD_STAGE, Reason.BELOW_SYNC_FLOOR).entered()).isEqualTo(1);
    assertThat(at(preview, LEAD_STAGE, Reason.AGREED).left()).isEqualTo(1);
    assertThat(preview.writes()).isZero();
  }

  @Test
  void aTrackThatWasNeverReadIsSaidToBeSoAndIsReadLive() {
    var whole = bed.salesforce.catalog(true);
    var standard = bed.mapping;
    bed.salesforce.accepts(
        Map.of(STATUS, whole.field(STATUS).orElseThrow()), whole.convertedStatuses());
    bed.mapping = standard.withTracks(List.of(standard.track(LEAD_STATUS)));
    var p = bed.person("a@x.io", "Open - Not Contacted", "", "NEW", "lead");
    bed.sync();
    bed.salesforce.accepts(whole.fields(), whole.convertedStatuses());
    bed.edit(p.lead(), STAGE, "Marketing qualified lead");
    bed.mapping = standard;

    var stored = preview();
    assertThat(stored.ground().unread()).isEqualTo(Map.of(LEAD_STAGE, List.of(STAGE)));
    assertThat(stored.ground().paused()).isEmpty();
    assertThat(at(stored, LEAD_STAGE, Reason.UNREADABLE).entered()).isEqualTo(1);
    assertThat(stored.writes()).isZero();

    var live = live();
    assertThat(live.ground().unread()).isEmpty();
    assertThat(live.moves())
        .extracting(m -> m.side() + " " + m.now())
        .containsExactly("HUBSPOT marketingqualifiedlead");
  }

  @Test
  void aTrackThatIsNoLongerThereIsLeftAsItIs() {
    bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.mapping = bed.mapping.withTracks(List.of(bed.mapping.track(LEAD_STATUS)));
    assertThat(preview().dropped()).isEqualTo(Map.of(LEAD_STAGE, 1L));
  }

  @Test
  void aWordThatACrmDoesNotHaveIsForeseenAsAPause() {
    bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    say("salesforce: Working - Contacted", "salesforce: Contacted");
    var preview = preview();
    assertThat(preview.ground().paused().get(LEAD_STATUS)).contains("`Contacted`");
    assertThat(at(preview, LEAD_STATUS, Reason.TRACK_PAUSED).entered()).isEqualTo(1);
    assertThat(preview.writes()).isZero();
  }

  @Test
  void whomItWouldBringToALabelWithSideEffectsIsCountedAndTheCapIsNamed() {
    var people = new ArrayList<Person>();
    for (int i = 0; i < 3; i++) {
      people.add(bed.person("m" + i + "@x.io", "Open - Not Contacted", "Lead", "NEW", "lead"));
    }
    bed.sync();
    people.forEach(p -> bed.edit(p.lead(), STAGE, "Marketing qualified lead"));
    bed.read();
    var mql = "        salesforce: Marketing qualified lead\n";
    say(mql, mql + "        side-effects: { cap: 2, because: Starts the nurture workflow }\n");
    var preview = preview();
    assertThat(preview.sideEffects())
        .extracting(SideEffect::sentence)
        .containsExactly("3 people enter mql (cap 2): Starts the nurture workflow");
    assertThat(preview.limit().orElseThrow().sentence()).contains("Starts the nurture workflow");
    try (Plan plan = plan()) {
      assertThat(plan.header().sideEffects()).isEqualTo(preview.sideEffects());
    }
  }

  @Test
  void conflictsThatHistoriesMaySettleAreToldAndLiveSettlesThem() {
    say("conflict: latest-wins", "conflict: review");
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.later(Duration.ofMinutes(5));
    bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
    bed.sync();
    assertThat(at(preview(), LEAD_STATUS, Reason.CONFLICT).before()).isEqualTo(1);
    say("conflict: review", "conflict: latest-wins");
    var stored = preview();
    assertThat(stored.openByHistory()).isEqualTo(1);
    assertThat(stored.writes()).isZero();
    var live = live();
    assertThat(live.openByHistory()).isZero();
    assertThat(live.forApproval()).isEqualTo(1);
    assertThat(live.moves())
        .extracting(m -> m.side() + " " + m.now())
        .containsExactly("SALESFORCE Closed - Not Converted");
  }

  @Test
  void liveKnowsWhatNoRunSawYet() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    bed.person("b@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    assertThat(preview().writes()).isZero();
    var live = live();
    assertThat(live.ground().live()).isTrue();
    assertThat(live.pairs()).isEqualTo(2);
    assertThat(live.writes()).isEqualTo(2);
    assertThat(live.forApproval()).isZero();
    assertThat(bed.salesforce.written).isEmpty();
    assertThat(bed.hubspot.written).isEmpty();
    assertThat(bed.store.read(s -> s.pairs().count()) == 1).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_126})
  void theNumbersAreThoseOfThePlan(long seed) {
    System.out.println("previews, seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      bed.person(
          "p" + i + "@x.io",
          any(random, TestBed.STATUSES.subList(0, 2)),
          any(random, TestBed.STAGES),
          any(random, TestBed.HUBSPOT_STATUSES),
          any(random, TestBed.LIFECYCLE_STAGES));
    }
    bed.sync();
    bed.sync();
    edit(random, bed.salesforce.ids(), STAGE, TestBed.STAGES);
    edit(random, bed.hubspot.ids(), HUBSPOT_STATUS, TestBed.HUBSPOT_STATUSES);
    bed.read();
    compare();
    say(WORKING, "[IN_PROGRESS, ATTEMPTED_TO_CONTACT]");
    say("hubspot: [NEW, OPEN]", "hubspot: [NEW, OPEN, CONNECTED]");
    compare();
    say("    ignored: { hubspot: [evangelist, other] }", "    ignored: { hubspot: [other] }");
    say("  # scope: { not-below: mql }", "  scope: { not-below: mql } #");
    say("rules: []", "rules: [{ when: { lead-status: working }, then: { lead-stage: sql } }]");
    compare();
  }

  private static String any(Random random, List<RawValue> values) {
    return random.nextInt(6) == 0 ? "" : values.get(random.nextInt(values.size())).text();
  }

  private void edit(Random random, List<RecordId> ids, FieldName field, List<RawValue> values) {
    for (RecordId id : ids) {
      if (random.nextInt(4) == 0) {
        bed.edit(id, field, any(random, values));
      }
    }
  }

  private void compare() {
    var preview = preview();
    var live = live();
    try (Plan plan = plan()) {
      var header = plan.header();
      var planned = new TreeMap<String, Long>();
      header
          .tallies()
          .forEach(
              t ->
                  planned.merge(
                      t.side() + " " + t.track() + " " + t.value(), t.count(), Long::sum));
      assertThat(toward(live)).isEqualTo(planned);
      assertThat(standing(live)).isEqualTo(standing(header.standing()));
      assertThat(live.sideEffects()).isEqualTo(header.sideEffects());
      assertThat(live.limit()).isEqualTo(header.limit());
      if (preview.openByHistory() == 0) {
        assertThat(toward(preview)).isEqualTo(planned);
        assertThat(standing(preview)).isEqualTo(standing(header.standing()));
      }
    }
  }

  private static Map<String, Long> toward(Preview preview) {
    var toward = new TreeMap<String, Long>();
    preview
        .moves()
        .forEach(
            m -> toward.merge(m.side() + " " + m.track() + " " + m.now(), m.count(), Long::sum));
    return toward;
  }

  private static Map<String, Long> standing(Preview preview) {
    var standing = new TreeMap<String, Long>();
    preview.standings().stream()
        .filter(s -> s.after() > 0)
        .forEach(s -> standing.put(s.track() + " " + s.reason(), s.after()));
    return standing;
  }

  private static Map<String, Long> standing(Map<Track, Map<Reason, Long>> counts) {
    var standing = new TreeMap<String, Long>();
    counts.forEach((track, reasons) -> reasons.forEach((r, n) -> standing.put(track + " " + r, n)));
    return standing;
  }
}
