package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunReport;
import io.stagesync.port.RecordWrite;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.World.Person;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What people of a world do between runs, and what has to be true after each. */
final class Lives {
  private static final int PEOPLE = 18;
  private static final int ROUNDS = 2;

  /** In how many runs it comes to rest where people have to approve what is written. */
  private static final int PATIENCE = 6;

  private final World world;
  private final Draft draft;
  private final SplittableRandom random;
  private final String story;
  private final Acts acts;
  private final Approvals approvals;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Optional<String>> bases = new HashMap<>();
  private final Map<String, Integer> occasions = new TreeMap<>();
  private long lastRun;
  private long checks;
  private long writes;

  /**
   * @param copy where a copy of the store may lie while a plan is made
   */
  Lives(World world, long seed, String story, Path copy) {
    this.world = world;
    this.draft = world.draft;
    this.random = new SplittableRandom(seed);
    this.acts = new Acts(world, random);
    this.approvals = new Approvals(world, story, copy);
    this.story = story;
  }

  /** How often it came to what is not seen everywhere. */
  Map<String, Integer> occasions() {
    return occasions;
  }

  long checks() {
    return checks;
  }

  long writes() {
    return writes;
  }

  void live() {
    for (int i = 0; i < PEOPLE; i++) {
      people.add(acts.create(i));
    }
    for (int round = 0; round <= ROUNDS; round++) {
      Map<String, String> before = shown();
      if (round > 0) {
        people.forEach(acts::act);
      }
      Map<String, String> edited = shown();
      long since = comeToRest(round);
      people.forEach(person -> judge(person, before, edited, since));
      acts.authorship().forget();
    }
  }

  /**
   * One sync does it; two where a blank settles or a rule waits for what the first one wrote.
   *
   * @return the last run before
   */
  private long comeToRest(int round) {
    int sent = world.salesforce.offered.size();
    int stopped = approvals.stopped();
    List<RunReport> runs = new ArrayList<>(List.of(approvals.run(), approvals.run()));
    RunReport last = runs.get(1);
    if (approvals.stopped() > stopped) {
      occasions.merge(
          "stopped until somebody approved", approvals.stopped() - stopped, Integer::sum);
      // What follows upon an approved write was not approved with it, and may be stopped again.
      while (last.writes() > 0 && runs.size() < PATIENCE) {
        last = approvals.run();
        runs.add(last);
      }
    }
    if (last.writes() > 0 || random.nextInt(4) == 0) {
      last = world.sync();
      runs.add(last);
      assertThat(last.writes())
          .as("%s%nround %d: writes of a third run%n%s", story, round, written(last))
          .isZero();
    }
    assertThat(last.waiting()).as(story).isEmpty();
    for (RunReport run : runs) {
      writes += run.writes();
      assertThat(run.refused() + run.failed()).as(story).isZero();
    }
    world.salesforce.offered.stream()
        .skip(sent)
        .map(RecordWrite::id)
        .forEach(
            id ->
                assertThat(acts.converted())
                    .as(story + "\na converted lead is written")
                    .doesNotContain(id));
    checks += 5;
    long before = lastRun;
    lastRun = last.run();
    return before;
  }

  /** What was written to whom a run wrote, where it should have written nothing. */
  private String written(RunReport report) {
    if (report.writes() == 0) {
      return "";
    }
    return world.store.read(
        s ->
            s.journal().ofRun(report.run(), Optional.empty(), 100).stream()
                .flatMap(entry -> entry.pair().stream())
                .distinct()
                .flatMap(pair -> s.journal().of(pair).stream())
                .map(Lives::told)
                .collect(Collectors.joining("\n")));
  }

  private String journal(Pair pair) {
    return world.store.read(s -> s.journal().of(pair.id())).stream()
        .map(Lives::told)
        .collect(Collectors.joining("\n"));
  }

  private static String told(JournalEntry e) {
    return String.format(
        "run %d %s %s %s: %s -> %s %s %s",
        e.run(),
        e.kind(),
        e.track().map(Track::name).orElse(""),
        e.side().map(Side::key).orElse(""),
        e.was(),
        e.is(),
        e.reason().map(Reason::name).orElse(""),
        e.text());
  }

  private Map<String, String> shown() {
    Map<String, String> shown = new HashMap<>();
    for (Person person : people) {
      for (TrackDraft track : draft.tracks) {
        for (Side side : Side.values()) {
          shown.put(Acts.key(person, track, side), world.shown(person, track, side));
        }
      }
    }
    return shown;
  }

  private void judge(
      Person person, Map<String, String> before, Map<String, String> edited, long since) {
    Pair pair = world.store.read(s -> s.pairs().of(Side.SALESFORCE, person.lead())).orElseThrow();
    Map<Track, DecidedTrack> decisions = world.store.read(s -> s.pairs().decisions(pair.id()));
    authors(person, pair, since);
    for (TrackDraft track : draft.tracks) {
      DecidedTrack decided = Objects.requireNonNull(decisions.get(new Track(track.name)));
      String where =
          String.format(
              "%s%nperson %s, partner %s, %s: %s | %s before, %s | %s edited, %s | %s now, base %s, decided %s %s: %s",
              story,
              person.lead(),
              person.partner(),
              track.name,
              before.get(Acts.key(person, track, Side.SALESFORCE)),
              before.get(Acts.key(person, track, Side.HUBSPOT)),
              edited.get(Acts.key(person, track, Side.SALESFORCE)),
              edited.get(Acts.key(person, track, Side.HUBSPOT)),
              world.shown(person, track, Side.SALESFORCE),
              world.shown(person, track, Side.HUBSPOT),
              bases.get(person.lead() + track.name),
              decided.reason(),
              decided.to(),
              decided.why());
      if (!world.takesPart(person)) {
        leftAlone(person, track, decided, edited, where);
        continue;
      }
      customerKept(person, track, edited, where);
      foretold(person, track, edited, () -> where + "\n" + journal(pair));
      standing(person, track, decided, where);
      for (Side side : Side.values()) {
        nothingLost(person, track, side, edited, pair, where);
      }
    }
  }

  private void authors(Person person, Pair pair, long since) {
    List<JournalEntry> latest =
        world.store.read(s -> s.journal().of(pair.id())).stream()
            .filter(e -> e.run() > since)
            .toList();
    int told = acts.authorship().judge(latest, person, () -> story + "\n" + journal(pair));
    occasions.merge("changes by others than a track's writers", told, Integer::sum);
    checks++;
  }

  /** Outside of the pilot nothing is judged and nothing written. */
  private void leftAlone(
      Person person,
      TrackDraft track,
      DecidedTrack decided,
      Map<String, String> edited,
      String where) {
    assertThat(decided.reason()).as(where).isEqualTo(Reason.OUTSIDE_PILOT);
    occasions.merge("outside of a pilot", 1, Integer::sum);
    for (Side side : Side.values()) {
      assertThat(world.shown(person, track, side))
          .as(where)
          .isEqualTo(edited.get(Acts.key(person, track, side)));
      checks++;
    }
  }

  /** The label of a won opportunity is never taken away by us, whatever is evident now. */
  private void customerKept(
      Person person, TrackDraft track, Map<String, String> edited, String where) {
    Optional<String> won =
        draft
            .conversion
            .filter(c -> c.track().equals(track.name) && acts.isConverted(person))
            .flatMap(c -> Optional.ofNullable(c.labels().get(Evidence.WON)));
    Meanings meanings = new Meanings(track, person.partner());
    String was = edited.getOrDefault(Acts.key(person, track, Side.HUBSPOT), "");
    if (won.isPresent() && meanings.of(Side.HUBSPOT, was).equals(Set.of(won.get()))) {
      assertThat(meanings.of(Side.HUBSPOT, world.shown(person, track, Side.HUBSPOT)))
          .as(where + "\na customer stays one")
          .contains(won.get());
      occasions.merge("customers kept", 1, Integer::sum);
      checks++;
    }
  }

  /** Where no other track takes part, the yardstick tells both values. */
  private void foretold(
      Person person, TrackDraft track, Map<String, String> edited, Supplier<String> where) {
    String id = person.lead() + track.name;
    if (acts.isConverted(person) || !alone(track)) {
      return;
    }
    Foretold told =
        new Foretold(
                draft,
                new Meanings(track, person.partner()),
                (side, word) -> world.offers(track, side, word, person.partner()),
                acts.later(person, track),
                bases.getOrDefault(id, Optional.empty()),
                edited.getOrDefault(Acts.key(person, track, Side.SALESFORCE), ""),
                edited.getOrDefault(Acts.key(person, track, Side.HUBSPOT), ""))
            .rest();
    for (Side side : track.fields.keySet()) {
      assertThat(world.shown(person, track, side))
          .as(() -> side + ": " + where.get())
          .isEqualTo(told.shown(side));
      checks++;
    }
    bases.put(id, told.base());
  }

  /** Whether neither rules nor companions, criteria nor a scope reach into a track. */
  private boolean alone(TrackDraft track) {
    boolean driven = draft.rules.stream().anyMatch(r -> r.driven().equals(track.name));
    boolean requires = track.labels.stream().anyMatch(l -> !l.requires.isEmpty());
    boolean companion =
        draft.tracks.stream()
            .flatMap(t -> t.labels.stream())
            .anyMatch(l -> l.requires.equals(track.name));
    boolean asks =
        track.floor.isPresent()
            || !track.changes.isEmpty()
            || draft.first.containsKey(track.name)
            || track.labels.stream().anyMatch(l -> !l.entry.isEmpty() || !l.exit.isEmpty());
    return !driven && !requires && !companion && !asks && draft.scope.isEmpty();
  }

  /** Both sides mean the same, or people are told why not. */
  private void standing(Person person, TrackDraft track, DecidedTrack decided, String where) {
    Outcome outcome = decided.reason().outcome();
    assertThat(decided.why()).as(where).isNotBlank();
    assertThat(outcome).as(where).isNotIn(Outcome.PUSHED, Outcome.REFUSED, Outcome.FAILED);
    if (outcome == Outcome.HELD || outcome == Outcome.CONFLICT) {
      assertThat(decided.release()).as(where).isNotBlank();
    }
    checks += 2;
    boolean open = !acts.isConverted(person);
    if (outcome == Outcome.AGREED && open && !track.lone()) {
      Meanings meanings = new Meanings(track, person.partner());
      String salesforce = world.shown(person, track, Side.SALESFORCE);
      String hubspot = world.shown(person, track, Side.HUBSPOT);
      Set<String> both = new HashSet<>(meanings.of(Side.SALESFORCE, salesforce));
      both.retainAll(meanings.of(Side.HUBSPOT, hubspot));
      boolean blank = salesforce.isEmpty() && hubspot.isEmpty();
      assertThat(blank || both.contains(decided.to())).as(where + "\nboth mean it").isTrue();
      checks++;
    }
  }

  /** What a person set stands there, or the journal says what took its place, and why. */
  private void nothingLost(
      Person person,
      TrackDraft track,
      Side side,
      Map<String, String> edited,
      Pair pair,
      String where) {
    String was = edited.getOrDefault(Acts.key(person, track, side), "");
    String now = world.shown(person, track, side);
    if (was.equals(now)) {
      return;
    }
    List<JournalEntry> journal = world.store.read(s -> s.journal().of(pair.id()));
    assertThat(journal)
        .as(where + "\n" + side + " was overwritten")
        .anyMatch(
            j ->
                j.track().equals(Optional.of(new Track(track.name)))
                    && j.side().equals(Optional.of(side))
                    && j.was().equals(was)
                    && j.reason().isPresent());
    Meanings meanings = new Meanings(track, person.partner());
    assertThat(track.lone() || track.writes(side))
        .as(where + "\n" + side + " is not to be written")
        .isTrue();
    assertThat(was.isEmpty() || !meanings.of(side, was).isEmpty())
        .as(where + "\nan unknown value was overwritten")
        .isTrue();
    assertThat(meanings.ignored(side, was))
        .as(where + "\nan ignored value was overwritten")
        .isFalse();
    assertThat(now.isEmpty() || !meanings.of(side, now).isEmpty()).as(where).isTrue();
    checks += 5;
  }
}
