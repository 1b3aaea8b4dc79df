package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.ManyDecisions;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The joint proof looks at one state for all that answer the other tracks alike. Here states are
 * drawn from everything that the tracks of generated files can show, and followed beside the ones
 * that stand for them. How many files is a setting: {@code -Dstagesync.faces=1000}.
 */
class FacesTest {
  private static final int FILES = Integer.getInteger("stagesync.faces", 30);
  private static final long SEED = Long.getLong("stagesync.seed", 20270218L);
  private static final int STATES = 40;
  private static final int SYNCS = 6;

  private long compared;
  private long joined;
  private long broken;

  @Test
  void statesThatAnswerAlikeAreJoinedAlike() {
    System.out.println("faces: " + FILES + " files, seed: " + SEED);
    for (long seed = SEED; seed < SEED + FILES; seed++) {
      Mapping mapping = DraftMapping.of(Generator.draft(seed));
      Catalogs catalogs = OwnWords.of(mapping);
      for (Set<Track> some : new Links(mapping).groups()) {
        Mapping group = mapping.about(some);
        compare(group, catalogs, Optional.empty(), seed);
        compare(
            group,
            catalogs,
            Optional.of(group.conversion().isPresent() ? Evidence.WON : Evidence.OPEN),
            seed);
      }
    }
    System.out.println(
        "faces: " + compared + " states, " + joined + " decisions joined, " + broken + " breaches");
    assertThat(joined).isGreaterThan(compared / 50);
  }

  private void compare(Mapping group, Catalogs catalogs, Optional<Evidence> converted, long seed) {
    Lead lead = new Lead(converted, Optional.empty(), Optional.empty());
    SplittableRandom random = new SplittableRandom(seed);
    Map<Track, Vocabulary> words = new LinkedHashMap<>();
    Map<Track, Faces> faces = new LinkedHashMap<>();
    for (TrackMapping track : group.tracks()) {
      Vocabulary vocabulary = new Vocabulary(track, catalogs, lead.type());
      OneTrack found = new OneTrack(group, track, catalogs).prove();
      Lead alike = JoinedTracks.alike(group, lead, track.track());
      Faces of = new Faces(group, catalogs, alike, vocabulary);
      words.put(track.track(), vocabulary);
      faces.put(track.track(), of.find(JoinedTracks.own(found, lead)));
    }
    Syncs syncs = new Syncs(group, catalogs);
    ManyDecisions many = new ManyDecisions(group, catalogs);
    for (int i = 0; i < STATES; i++) {
      Map<Track, TrackView> some = new LinkedHashMap<>();
      Map<Track, TrackView> alike = new LinkedHashMap<>();
      words.forEach(
          (track, vocabulary) -> {
            TrackView view = any(vocabulary, lead, random);
            some.put(track, view);
            alike.put(track, standIn(Objects.requireNonNull(faces.get(track)), view, seed));
          });
      assertThat(many.decide(lead.pair(some)))
          .as("seed %d: decided among many, %s", seed, some)
          .isEqualTo(Reconciler.decide(group, catalogs, lead.pair(some)));
      assertThat(course(group, syncs, lead, some))
          .as("seed %d, %s%n%s%n%s%n%s", seed, lead, some, alike, group.rules())
          .isEqualTo(course(group, syncs, lead, alike));
      compared++;
    }
    String about = "seed " + seed + ", " + lead + group.rules();
    followed(group, words, catalogs, lead, faces, about, random);
  }

  /** Going on from what stands for a state finds what going on from the state itself finds. */
  private void followed(
      Mapping group,
      Map<Track, Vocabulary> words,
      Catalogs catalogs,
      Lead lead,
      Map<Track, Faces> faces,
      String about,
      SplittableRandom random) {
    StandIns standIns = new StandIns(lead, faces);
    JointCourse one = new JointCourse(group, words, catalogs, Sync::after);
    JointCourse other = new JointCourse(group, words, catalogs, standIns);
    for (int i = 0; i < STATES; i++) {
      Map<Track, TrackView> tracks = new LinkedHashMap<>();
      faces.forEach((track, some) -> tracks.put(track, any(some.views(), random)));
      one.follow(lead.pair(tracks));
      other.follow(standIns.pair(tracks));
    }
    broken += one.breaches().size();
    assertThat(laws(other)).as(about).isEqualTo(laws(one));
  }

  private static Set<List<Object>> laws(JointCourse course) {
    return course.breaches().stream()
        .map(b -> List.<Object>of(b.law(), b.first()))
        .collect(Collectors.toSet());
  }

  private static TrackView standIn(Faces faces, TrackView view, long seed) {
    assertThat(faces.ways())
        .as("seed %d: something stands for %s", seed, view)
        .contains(faces.of(view));
    return faces.standIn(view);
  }

  private static TrackView any(Vocabulary words, Lead lead, SplittableRandom random) {
    int base = random.nextInt(words.labels().size() + 1) - 1;
    Optional<Evidence> evidence =
        lead.isConverted() && random.nextBoolean() ? lead.converted() : Optional.empty();
    Optional<Base> agreed =
        base < 0
            ? Optional.empty()
            : Optional.of(ran(words.base(words.labels().get(base), evidence), words, random));
    return new TrackView(
        agreed,
        any(words.shown(Side.SALESFORCE), random).seen(),
        any(words.shown(Side.HUBSPOT), random).seen(),
        Syncs.memory(0, Optional.empty()));
  }

  private static Base ran(Base base, Vocabulary words, SplittableRandom random) {
    int ran = random.nextInt(words.labels().size() + 3) - 3;
    return ran == -2 || ran == -1
        ? base
        : new Base(
            base.label(),
            base.salesforce(),
            base.hubspot(),
            base.evidence(),
            ran < 0 ? Optional.empty() : Optional.of(words.labels().get(ran)),
            base.fingerprint());
  }

  private static <T> T any(List<T> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }

  /** What tracks do to one another, without what each does by itself and how long it takes. */
  private Set<List<Object>> course(
      Mapping group, Syncs syncs, Lead lead, Map<Track, TrackView> tracks) {
    Set<List<Object>> course = new LinkedHashSet<>();
    Sync sync = syncs.after(lead.pair(tracks));
    for (int i = 0; i < SYNCS; i++) {
      List<Object> step = new ArrayList<>();
      for (TrackMapping track : group.tracks()) {
        TrackDecision decision = sync.on(track.track());
        Asked asked = Asked.of(group, track);
        List<Label> named = asked.named();
        if (decision.reason() == Reason.RULE && !asked.isDriven()) {
          // What a new lead begins with is its own.
          step.add("by itself");
          continue;
        }
        switch (decision.reason()) {
          case RULE, SUPPLIED, COMPANION_MISSING, CRITERIA_NOT_MET -> {
            joined++;
            step.add(decision.reason());
            step.add(decision.to().filter(named::contains));
            step.add(decision.writes().size());
          }
          default -> step.add("by itself");
        }
      }
      step.add(
          sync.decision().findings().stream()
              .map(Finding::code)
              .filter(code -> code.name().startsWith("RULE"))
              .sorted()
              .toList());
      course.add(step);
      sync = syncs.after(sync.after());
    }
    return course;
  }
}
