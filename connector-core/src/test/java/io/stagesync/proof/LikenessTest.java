package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Of the states that look alike the proof decides one. Here all of them are decided, and followed
 * until they rest. How many generated files there are is a setting: {@code
 * -Dstagesync.likenesses=2000}.
 */
class LikenessTest {
  private static final int FILES = Integer.getInteger("stagesync.likenesses", 40);
  private static final long SEED = Long.getLong("stagesync.seed", 20290101L);
  private static final int MOST_SYNCS = 8;

  @Test
  void statesThatLookAlikeAreDecidedAlikeUntilTheyRest() {
    System.out.println("likenesses: " + FILES + " files, seed: " + SEED);
    long states = 0;
    long looks = 0;
    for (long seed = SEED; seed < SEED + FILES; seed++) {
      Mapping mapping = DraftMapping.of(Generator.draft(seed));
      for (TrackMapping track : mapping.tracks()) {
        Catalogs catalogs = OwnWords.of(mapping);
        OneTrack found = new OneTrack(mapping, track, catalogs).prove();
        Syncs syncs = new Syncs(mapping.about(Set.of(track.track())), catalogs);
        for (Optional<RecordType> type : found.types()) {
          for (Optional<Evidence> converted : JoinedTracks.converted(mapping)) {
            List<TrackProof> proofs = found.of(converted, type);
            for (int i = 0; i < proofs.size(); i++) {
              Optional<Side> later = i == 0 ? Optional.empty() : Optional.of(Side.BOTH.get(i - 1));
              Product product =
                  new Product(
                      proofs.get(i), syncs, new Lead(converted, type, later), "seed " + seed);
              product.compare();
              states += product.states;
              looks += product.courses.size();
            }
          }
        }
      }
    }
    assertThat(looks).isPositive().isLessThan(states);
  }

  /** Every state of one track, for one kind of lead. */
  private static final class Product {
    private final Vocabulary words;
    private final Families families;
    private final Looks looks;
    private final Track track;
    private final Syncs syncs;
    private final Lead lead;
    private final String story;
    private final Map<List<Object>, Course> courses = new HashMap<>();
    private long states;

    /** What becomes of a state, in names that say where of it a label or a value stood. */
    private record Course(List<Object> syncs, String from) {}

    /** A state, and with what is remembered of it. */
    private record State(int base, int salesforce, int hubspot, TrackView view) {}

    Product(TrackProof proof, Syncs syncs, Lead lead, String story) {
      this.words = proof.words();
      this.families = new Families(words);
      this.looks = proof.looks();
      this.track = words.track().track();
      this.syncs = syncs;
      this.lead = lead;
      this.story = story;
    }

    void compare() {
      for (int base = -1; base < words.labels().size(); base++) {
        for (int s = 0; s < words.shown(Side.SALESFORCE).size(); s++) {
          for (int h = 0; h < words.shown(Side.HUBSPOT).size(); h++) {
            for (Optional<Base> agreed : bases(base)) {
              for (long blankSeen : new long[] {0, Lead.RUN - 1}) {
                TrackView view =
                    new TrackView(
                        agreed,
                        seen(Side.SALESFORCE, s),
                        seen(Side.HUBSPOT, h),
                        Syncs.memory(blankSeen, Optional.empty()));
                compare(new State(base, s, h, view));
              }
            }
          }
        }
      }
    }

    private List<Optional<Base>> bases(int base) {
      if (base < 0) {
        return List.of(Optional.empty());
      }
      Label label = words.labels().get(base);
      List<Optional<Base>> all = new ArrayList<>();
      all.add(Optional.of(words.base(label, Optional.empty())));
      if (lead.isConverted()) {
        all.add(Optional.of(words.base(label, lead.converted())));
      }
      return all;
    }

    private Observation seen(Side side, int place) {
      return lead.dated(side, words.shown(side).get(place).seen());
    }

    private void compare(State state) {
      states++;
      List<Object> look =
          List.of(
              looks.look(state.base, state.salesforce, state.hubspot),
              state.view.base().flatMap(Base::evidence),
              state.view.base().isPresent(),
              state.view.memory());
      Course course = new Course(course(state), told(state));
      Course like = courses.computeIfAbsent(look, l -> course);
      assertThat(course.syncs)
          .as(story + ", " + lead + "\n" + course.from + "\nlooks like " + like.from)
          .isEqualTo(like.syncs);
    }

    private List<Object> course(State state) {
      List<Object> course = new ArrayList<>();
      Sync sync = syncs.after(lead.pair(Map.of(track, state.view)));
      course.add(come(state, sync));
      while (sync.writes() && course.size() < MOST_SYNCS) {
        sync = syncs.next(sync);
        course.add(come(state, sync));
      }
      return course;
    }

    private Object come(State state, Sync sync) {
      TrackDecision decision = sync.on(track);
      TrackView after = Objects.requireNonNull(sync.after().tracks().get(track));
      Map<Side, Object> writes = new LinkedHashMap<>();
      for (FieldWrite write : decision.writes()) {
        writes.put(
            write.side(),
            write.value().map(v -> place(state, write.side(), words.place(write.side(), v))));
      }
      return List.of(
          decision.reason(),
          decision.to().map(l -> place(state, words.number(l))),
          writes,
          after.base().map(b -> kept(state, b) ? "kept" : place(state, words.number(b.label()))),
          after.base().flatMap(Base::evidence),
          after.memory().blankSeenInRun() > 0);
    }

    private boolean kept(State state, Base after) {
      return state.view.base().filter(b -> b.label().equals(after.label())).isPresent();
    }

    private Object place(State state, int label) {
      int family = families.of(label);
      return List.of(whose(state, family), families.labels(family).indexOf(label));
    }

    private Object place(State state, Side side, int place) {
      int family = families.of(side, place);
      return family < 0
          ? words.shown(side).get(place).meaning()
          : List.of(whose(state, family), families.values(family, side).indexOf(place));
    }

    /** In which place of a state a family stands; one that stands in none is named by a label. */
    private Object whose(State state, int family) {
      if (families.of(state.base) == family) {
        return "base";
      }
      if (looks.leadSpeaks() && families.of(Side.SALESFORCE, state.salesforce) == family) {
        return Side.SALESFORCE;
      }
      return families.of(Side.HUBSPOT, state.hubspot) == family
          ? Side.HUBSPOT
          : words.labels().get(families.labels(family).get(0));
    }

    private String told(State state) {
      return (state.base < 0 ? "no base" : words.labels().get(state.base).name())
          + ", Salesforce "
          + words.shown(Side.SALESFORCE).get(state.salesforce)
          + ", HubSpot "
          + words.shown(Side.HUBSPOT).get(state.hubspot);
    }
  }
}
