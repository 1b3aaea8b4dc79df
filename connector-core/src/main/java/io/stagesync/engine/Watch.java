package io.stagesync.engine;

import io.stagesync.drift.Drift;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PausedTrack;
import io.stagesync.state.Session;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks, when a run begins, at what became of both sides' words. A track whose mapping cannot be
 * carried out any more is paused, and goes on by itself in the first run that finds it mended; all
 * others go on.
 */
final class Watch {
  private final Session session;
  private final Setting setting;
  private final long run;
  private final Instant now;

  private Watch(Session session, Setting setting, long run) {
    this.session = session;
    this.setting = setting;
    this.run = run;
    this.now = setting.around().clock().instant();
  }

  /** What is different from what was approved. */
  static Drift drift(Session session, Setting setting, Catalogs read) {
    return Drift.between(
        setting.mapping(), approved(session), new Drift.Words(read.salesforce(), read.hubspot()));
  }

  /**
   * Notes what both sides accept and which tracks are paused for it. A field that nobody approved
   * yet is approved by the first run in which its track can be carried out.
   */
  static void over(
      Session session, Setting setting, Catalogs read, Map<Track, String> paused, long run) {
    var watch = new Watch(session, setting, run);
    watch.approveFirsts(read, paused);
    watch.pause(paused);
    for (Side side : Side.values()) {
      session.vocabularies().see(read.on(side));
    }
  }

  /** What was approved of both sides. */
  static Drift.Words approved(Session session) {
    return new Drift.Words(
        session.vocabularies().approved(Side.SALESFORCE),
        session.vocabularies().approved(Side.HUBSPOT));
  }

  /**
   * Refuses a run that could do nothing.
   *
   * @throws EngineException {@code MISFIT} when every track is paused, or nobody can be paired
   */
  static void refuseWhatCannotGoOn(Setting setting, Drift drift, Map<Track, String> paused) {
    var tracks = setting.mapping().tracks();
    boolean allPaused = !tracks.isEmpty() && paused.size() == tracks.size();
    if (!allPaused && drift.beyondTracks().isEmpty()) {
      return;
    }
    var line = System.lineSeparator();
    var misfits =
        drift.misfits().stream()
            .map(LiveFinding::diagnostic)
            .map(d -> line + d.render())
            .collect(Collectors.joining());
    throw new EngineException(
        EngineException.Kind.MISFIT,
        "The mapping does not fit what both CRMs have. Nothing was written."
            + tracks.stream()
                .filter(t -> paused.containsKey(t.track()))
                .map(t -> line + t.track() + " is paused: " + paused.get(t.track()))
                .collect(Collectors.joining())
            + misfits);
  }

  private void approveFirsts(Catalogs read, Map<Track, String> paused) {
    var known = session.vocabularies().approvals().keySet();
    for (Side side : Side.values()) {
      var fresh = new ArrayList<FieldName>();
      for (TrackMapping track : setting.mapping().tracks()) {
        track
            .field(side)
            .filter(f -> !known.contains(f) && !paused.containsKey(track.track()))
            .ifPresent(fresh::add);
      }
      session
          .vocabularies()
          .approve(
              read.on(side), fresh, new Approval(now, "run " + run + ", the first that used it"));
    }
  }

  private void pause(Map<Track, String> reasons) {
    var before = new HashMap<Track, PausedTrack>();
    session.vocabularies().paused().forEach(p -> before.put(p.track(), p));
    var paused = new ArrayList<PausedTrack>();
    var told = new ArrayList<JournalEntry>();
    reasons.forEach(
        (track, why) -> {
          var was = Optional.ofNullable(before.get(track));
          paused.add(
              was.map(p -> new PausedTrack(track, why, p.since(), p.run()))
                  .orElse(new PausedTrack(track, why, now, run)));
          if (was.filter(p -> p.why().equals(why)).isEmpty()) {
            told.add(told(track, "The track " + track + " is paused: " + why));
          }
        });
    before.keySet().stream()
        .filter(track -> !reasons.containsKey(track))
        .sorted()
        .forEach(track -> told.add(told(track, "The track " + track + " goes on")));
    session.vocabularies().pause(paused);
    session.journal().append(List.copyOf(told));
  }

  private JournalEntry told(Track track, String text) {
    return new JournalEntry(
        0,
        JournalEntry.Kind.RUN,
        Optional.empty(),
        Optional.empty(),
        Optional.of(track),
        "",
        "",
        "",
        Optional.empty(),
        text,
        "StageSync",
        now,
        run,
        "");
  }
}
