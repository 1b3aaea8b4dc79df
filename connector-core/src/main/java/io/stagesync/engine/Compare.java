package io.stagesync.engine;

import io.stagesync.drift.Change;
import io.stagesync.drift.Drift;
import io.stagesync.drift.Mentions;
import io.stagesync.engine.DriftReport.Concerned;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;

/**
 * Compares what both sides accept just now with what was approved, for a person who asks; and
 * approves it where that person says so. Needs no place of a writer: a run that is under way goes
 * on with what it began with, and the next one knows.
 */
public final class Compare {
  private final Store store;
  private final Crms crms;
  private final Mapping mapping;
  private final InstantSource clock;

  public Compare(Store store, Crms crms, Mapping mapping, InstantSource clock) {
    this.store = store;
    this.crms = crms;
    this.mapping = mapping;
    this.clock = clock;
  }

  /**
   * What is different.
   *
   * @throws io.stagesync.state.StoreException when the store belongs to others
   * @throws io.stagesync.port.CrmException when a CRM is in the way
   */
  public DriftReport now() {
    var words = read();
    return store.read(session -> report(session, words));
  }

  /**
   * Approves what both sides accept just now for some tracks, and compares anew.
   *
   * @param tracks tracks of the mapping
   */
  public DriftReport accept(Collection<Track> tracks) {
    var words = read();
    var approval = new Approval(clock.instant(), "a person, with `stagesync drift --accept`");
    return store.write(
        session -> {
          approve(session, mapping, words, tracks, approval);
          return report(session, words);
        });
  }

  /** Approves the fields of some tracks as they are now. */
  static void approve(
      Session session,
      Mapping mapping,
      Drift.Words words,
      Collection<Track> tracks,
      Approval approval) {
    for (Side side : Side.values()) {
      var fields =
          tracks.stream()
              .flatMap(t -> mapping.find(t).stream())
              .flatMap(t -> t.field(side).stream())
              .toList();
      session.vocabularies().approve(words.on(side), fields, approval);
    }
  }

  private Drift.Words read() {
    var accounts = Beside.THREADS.both(side -> crms.on(side).account());
    store.read(
        session -> {
          Admission.refuseOthers(session, accounts);
          return Boolean.TRUE;
        });
    var catalogs = Beside.THREADS.both(side -> crms.on(side).catalog(true));
    return new Drift.Words(catalogs.salesforce(), catalogs.hubspot());
  }

  private DriftReport report(Session session, Drift.Words now) {
    var drift = Drift.between(mapping, Watch.approved(session), now, session.pairs()::moved);
    var approvals = new HashMap<FieldName, Approval>();
    for (Side side : Side.values()) {
      var mapped = mapping.fields(side);
      session
          .vocabularies()
          .approvals()
          .forEach(
              (field, approval) -> {
                if (mapped.contains(field)) {
                  approvals.put(field, approval);
                }
              });
    }
    return new DriftReport(
        mapping.fileName(),
        drift.changes().stream().map(c -> concerned(session, c)).toList(),
        drift.misfits().stream().filter(m -> !drift.tellsOf(m)).toList(),
        drift.paused(),
        mapping.tracks().stream()
            .map(TrackMapping::track)
            .filter(t -> !drift.paused().containsKey(t))
            .toList(),
        approvals);
  }

  private Concerned concerned(Session session, Change change) {
    var about = change.was().or(change::now);
    return new Concerned(
        change,
        holding(session, change.field(), change.was()),
        holding(session, change.field(), change.now()),
        about
            .map(v -> Mentions.of(mapping, mapping.track(change.track()), change.field().side(), v))
            .orElse(Mentions.NONE));
  }

  private static long holding(Session session, FieldName field, Optional<RawValue> value) {
    return value.map(v -> session.records().holding(field, v)).orElse(0L);
  }
}
