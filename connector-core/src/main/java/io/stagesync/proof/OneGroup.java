package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A group of joined tracks, for one kind of lead, in every combination of how they may look to one
 * another.
 *
 * <p>Where one of three reaches into neither of the others, the two others are followed first, in
 * full. What becomes of them does not depend on the third. So of all their combinations that look
 * alike to the third, at every step of what becomes of them, one stands for all beside it.
 */
final class OneGroup {
  private final Mapping group;
  private final Catalogs catalogs;
  private final Lead lead;
  private final Map<Track, Vocabulary> words = new LinkedHashMap<>();
  private final List<Track> tracks;
  private final Map<Track, Faces> faces;
  private final List<Counterexample> found = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final long most;
  private long states;
  private long orders;
  private long oneByOne;
  private long leftOut;

  /**
   * What is asked.
   *
   * @param group the file, as if it had these tracks alone
   * @param faces how each of them may look to the others
   */
  record Question(Mapping group, Lead lead, Map<Track, Faces> faces) {}

  /**
   * @param most more combinations are not looked at, so that a file with very many of them is not
   *     waited for
   */
  OneGroup(Question question, Catalogs catalogs, long most) {
    this.most = most;
    this.group = question.group();
    this.catalogs = catalogs;
    this.lead = question.lead();
    this.faces = question.faces();
    this.tracks = Links.inOrder(group);
    for (Track track : tracks) {
      words.put(track, new Vocabulary(group.find(track).orElseThrow(), catalogs, lead.type()));
    }
  }

  Certificate.OfJoined counted() {
    return new Certificate.OfJoined(tracks, states, orders, oneByOne, leftOut);
  }

  Stream<Counterexample> counterexamples() {
    return found.stream();
  }

  /** Every state from which a law breaks; the tracks of the group alone have a part in it. */
  List<Breach> breaches() {
    return breaches;
  }

  OneGroup prove() {
    List<Map<Track, TrackView>> some = List.of(Map.of());
    for (Track track : tracks) {
      boolean last = track.equals(tracks.get(tracks.size() - 1));
      some = beside(last ? standFor(some) : some, track);
    }
    StandIns standIns = new StandIns(lead, faces);
    JointCourse course = new JointCourse(group, words, catalogs, standIns);
    some.forEach(tracksOf -> course.follow(standIns.pair(tracksOf)));
    count(course, group);
    return this;
  }

  private List<Map<Track, TrackView>> beside(List<Map<Track, TrackView>> some, Track track) {
    List<TrackView> views = Objects.requireNonNull(faces.get(track)).views();
    long all = (long) some.size() * views.size();
    long step = step(all, views.size());
    List<Map<Track, TrackView>> more = new ArrayList<>();
    for (long i = 0; i < all; i += step) {
      Map<Track, TrackView> with = new LinkedHashMap<>(some.get((int) (i / views.size())));
      with.put(track, views.get((int) (i % views.size())));
      more.add(with);
    }
    leftOut += all - more.size();
    return more;
  }

  /** Every how manieth is looked at where there are too many: so that each of both has its turn. */
  private long step(long all, long views) {
    long step = Math.max(1, (all + most - 1) / most);
    while (divisor(step, views) > 1) {
      step++;
    }
    return step;
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  /** Of the first two tracks' combinations one for each way to look to the third. */
  private List<Map<Track, TrackView>> standFor(List<Map<Track, TrackView>> some) {
    Links links = new Links(group);
    Track last = tracks.get(tracks.size() - 1);
    boolean quiet = tracks.stream().noneMatch(other -> links.reach(last, other));
    if (tracks.size() < 3 || !quiet) {
      return some;
    }
    Mapping pair = group.about(new HashSet<>(tracks.subList(0, 2)));
    StandIns standIns = new StandIns(lead, faces);
    JointCourse course = new JointCourse(pair, words, catalogs, standIns);
    Map<Track, Faces> toLast = new HashMap<>();
    for (Track track : tracks.subList(0, 2)) {
      if (links.reach(track, last)) {
        Mapping both = group.about(Set.of(track, last));
        toLast.put(
            track, new Faces(both, catalogs, lead, Objects.requireNonNull(words.get(track))));
      }
    }
    Map<Object, Map<Track, TrackView>> distinct = new LinkedHashMap<>();
    for (Map<Track, TrackView> one : some) {
      List<Sync> syncs = course.follow(standIns.pair(one));
      distinct.putIfAbsent(look(syncs, toLast), one);
    }
    count(course, pair);
    return List.copyOf(distinct.values());
  }

  /** How two tracks look to the third, sync by sync. */
  private List<Object> look(List<Sync> syncs, Map<Track, Faces> toLast) {
    List<Object> look = new ArrayList<>();
    for (Sync sync : syncs) {
      toLast.forEach(
          (track, answers) -> {
            Optional<Label> to = sync.on(track).to().filter(answers::isNamed);
            look.add(answers.of(sync.seen(track)));
            look.add(to);
            look.add(to.isPresent() || !answers.onlyFires() ? sync.on(track).outcome() : "");
          });
    }
    // For how long it rests makes no difference.
    int size = toLast.size() * 3;
    while (look.size() > size
        && look.subList(look.size() - size, look.size())
            .equals(look.subList(look.size() - 2 * size, look.size() - size))) {
      look.subList(look.size() - size, look.size()).clear();
    }
    return look;
  }

  private void count(JointCourse course, Mapping of) {
    states += course.states();
    orders += course.orders();
    oneByOne += course.oneByOne();
    breaches.addAll(course.breaches());
    Syncs syncs = new Syncs(of, catalogs);
    Breach.shortest(course.breaches())
        .forEach(breach -> found.add(new Telling(of, syncs).of(breach)));
  }
}
