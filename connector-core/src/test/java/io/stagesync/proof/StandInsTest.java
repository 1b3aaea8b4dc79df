package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.reconcile.TrackBuilder;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandInsTest {
  private static final Track ONE = new Track("one");
  private static final Track TWO = new Track("two");
  private static final Mapping MAPPING =
      TestMappings.beginning(
          TestMappings.beginning(TestMappings.mapping(track(ONE), track(TWO)), ONE, "a"), TWO, "a");
  private static final Catalogs CATALOGS = OwnWords.of(MAPPING);
  private static final Lead LEAD = new Lead(Optional.empty(), Optional.empty(), Optional.empty());

  private final StandIns standIns = new StandIns(LEAD, faces());
  private final Sync half =
      Syncs.many(MAPPING, CATALOGS)
          .startingWith(Optional.of(Side.SALESFORCE))
          .after(LEAD.pair(Map.of(ONE, blank(), TWO, blank())));

  @Test
  void tracksThatShowTheSameBetweenTwoStepsAreInAStateOfTheirOwnEach() {
    Map<Track, TrackView> views = standIns.apply(half).tracks();

    TrackView one = Objects.requireNonNull(views.get(ONE));
    assertThat(one.salesforce().value()).contains(new RawValue("New"));
    assertThat(one.hubspot().kind()).isEqualTo(Observation.Kind.BLANK);
    assertThat(one).isEqualTo(views.get(TWO)).isNotSameAs(views.get(TWO));
  }

  @Test
  void onePairStandsForTheSameStatesWheneverTheyAreReached() {
    PairView pair = standIns.apply(half);

    Sync again = Syncs.many(MAPPING, CATALOGS).startingWith(half.side()).after(half.before());
    assertThat(standIns.apply(again)).isSameAs(pair);
    assertThat(standIns.pair(Map.of(ONE, blank(), TWO, blank()))).isNotSameAs(pair);
  }

  private static TrackView blank() {
    Observation nothing = Observation.of(Observation.Kind.BLANK);
    return new TrackView(Optional.empty(), nothing, nothing, Syncs.memory(0, Optional.empty()));
  }

  private static Map<Track, Faces> faces() {
    Map<Track, Faces> faces = new HashMap<>();
    for (TrackMapping track : MAPPING.tracks()) {
      Vocabulary words = new Vocabulary(track, CATALOGS, Optional.empty());
      faces.put(track.track(), new Faces(MAPPING, CATALOGS, LEAD, words));
    }
    return faces;
  }

  private static TrackMapping track(Track track) {
    return new TrackBuilder(track.name())
        .salesforce("Lead", track.name() + "__c")
        .hubspot(track.name())
        .label("a", "New", "new")
        .label("b", "Working", "working")
        .build();
  }
}
