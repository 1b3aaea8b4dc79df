package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One open lead whose tracks go on together, edit by edit and sync by sync. */
final class Walk {
  private final Map<Track, Vocabulary> words = new HashMap<>();
  private final Syncs syncs;
  private final List<TrackDecision> decided = new ArrayList<>();
  private PairView now;

  /**
   * @param agreed what each track is agreed on; one that is missing is blank
   */
  Walk(Draft draft, Map<String, String> agreed) {
    Mapping mapping = DraftMapping.of(draft);
    Catalogs catalogs = OwnWords.of(mapping);
    this.syncs = new Syncs(mapping, catalogs);
    Map<Track, TrackView> views = new LinkedHashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      Vocabulary vocabulary = new Vocabulary(track, catalogs, Optional.empty());
      words.put(track.track(), vocabulary);
      Optional<Label> label = Optional.ofNullable(agreed.get(track.track().name())).map(Label::new);
      views.put(
          track.track(),
          new TrackView(
              label.map(l -> vocabulary.base(l, Optional.empty())),
              shown(vocabulary, Side.SALESFORCE, label),
              shown(vocabulary, Side.HUBSPOT, label),
              Syncs.memory(0, Optional.empty())));
    }
    this.now = new PairView(false, Evidence.NONE, Optional.empty(), views, 1);
  }

  private static Observation shown(Vocabulary words, Side side, Optional<Label> label) {
    boolean bound = words.track().field(side).isPresent();
    return label
        .flatMap(l -> words.table(side).written(l).stream().findFirst())
        .map(Observation::of)
        .orElse(Observation.of(bound ? Observation.Kind.BLANK : Observation.Kind.UNREADABLE));
  }

  /** What stands there. */
  String shows(String track) {
    TrackView view = Objects.requireNonNull(now.tracks().get(new Track(track)));
    return view.salesforce() + " | " + view.hubspot();
  }

  /** Whether both sides can mean a label. */
  boolean stands(String track, String label) {
    Vocabulary vocabulary = Objects.requireNonNull(words.get(new Track(track)));
    TrackView view = Objects.requireNonNull(now.tracks().get(new Track(track)));
    for (Side side : Side.values()) {
      if (vocabulary.track().field(side).isPresent()
          && !vocabulary.table(side).meanings(view.on(side).value()).contains(new Label(label))) {
        return false;
      }
    }
    return true;
  }

  /** Somebody brings a side to a label, where it has a word for it. */
  Walk edit(String track, Side side, String label) {
    Track edited = new Track(track);
    Map<Track, TrackView> views = new LinkedHashMap<>(now.tracks());
    TrackView view = Objects.requireNonNull(views.get(edited));
    Observation seen =
        shown(Objects.requireNonNull(words.get(edited)), side, Optional.of(new Label(label)));
    views.put(
        edited,
        new TrackView(
            view.base(),
            side == Side.SALESFORCE ? seen : view.salesforce(),
            side == Side.HUBSPOT ? seen : view.hubspot(),
            view.memory()));
    now = new PairView(false, Evidence.NONE, Optional.empty(), views, now.run());
    return this;
  }

  /** Goes on for some syncs; how many of them wrote. */
  int sync(int times) {
    int writing = 0;
    for (int i = 0; i < times; i++) {
      Sync sync = syncs.after(now);
      decided.addAll(sync.decision().tracks().values());
      writing += sync.writes() ? 1 : 0;
      now = sync.after();
    }
    return writing;
  }

  /** Everything that was concluded so far. */
  List<TrackDecision> decided() {
    return decided;
  }
}
