package io.stagesync.drift;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.live.LiveCheck;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of both sides' words since they were approved, and what that does to a mapping.
 *
 * @param changes every difference, the heaviest first, then in the order of the file's tracks
 * @param misfits what the mapping asks for and a CRM does not have, whatever was approved; errors
 *     alone
 * @param paused the tracks that cannot go on as they are, each with the reason
 */
public record Drift(List<Change> changes, List<LiveFinding> misfits, Map<Track, String> paused) {
  public Drift {
    changes = List.copyOf(changes);
    misfits = List.copyOf(misfits);
    paused = Map.copyOf(paused);
  }

  /** Both sides at one moment. */
  public record Words(Catalog salesforce, Catalog hubspot) {
    /** A side. */
    public Catalog on(Side side) {
      return side == Side.SALESFORCE ? salesforce : hubspot;
    }
  }

  /**
   * Compares.
   *
   * @param approved a field that it does not have was never approved and is not compared
   */
  public static Drift between(Mapping mapping, Words approved, Words now) {
    return between(mapping, approved, now, Moves.UNKNOWN);
  }

  /**
   * Compares, with one hint more to what was renamed.
   *
   * @param moves is asked only where a value went and another came without a likeness
   */
  public static Drift between(Mapping mapping, Words approved, Words now, Moves moves) {
    var changes = new ArrayList<Change>();
    for (TrackMapping track : mapping.tracks()) {
      for (Side side : Side.values()) {
        track
            .field(side)
            .ifPresent(
                f -> changes.addAll(compare(track, f, approved.on(side), now.on(side), moves)));
      }
    }
    changes.sort(Comparator.comparing(Change::weight));
    var misfits =
        LiveCheck.findings(mapping, now.salesforce(), now.hubspot()).stream()
            .filter(f -> f.diagnostic().isError())
            .toList();
    return new Drift(changes, misfits, paused(mapping, changes, misfits));
  }

  /** Whether a breaking change of the same track says already what does not fit. */
  public boolean tellsOf(LiveFinding misfit) {
    return changes.stream()
        .filter(c -> c.isBreaking() && c.field().equals(misfit.field()))
        .anyMatch(c -> c.was().equals(misfit.about().value()));
  }

  /** What does not fit beside all tracks: how pairs are found. Nothing can go on without it. */
  public List<LiveFinding> beyondTracks() {
    return misfits.stream().filter(m -> m.track().isEmpty()).toList();
  }

  private static List<Change> compare(
      TrackMapping track, FieldName field, Catalog approved, Catalog now, Moves moves) {
    var before = approved.field(field);
    var after = now.field(field);
    if (before.isEmpty()) {
      return List.of();
    }
    if (after.isEmpty()) {
      return List.of(FieldComparison.gone(track, field));
    }
    var changes = new ArrayList<>(FieldComparison.of(track, field, before.get(), after.get()));
    boolean status = field.path().equals("Lead.Status");
    changes.addAll(
        ValueComparison.of(
            track,
            field,
            before.get(),
            after.get(),
            status ? approved.convertedStatuses() : Set.<RawValue>of(),
            status ? now.convertedStatuses() : Set.<RawValue>of(),
            moves));
    return changes;
  }

  /** The first reason of each track that has one, and how many more there are. */
  private static Map<Track, String> paused(
      Mapping mapping, List<Change> changes, List<LiveFinding> misfits) {
    var paused = new LinkedHashMap<Track, String>();
    for (TrackMapping track : mapping.tracks()) {
      var reasons = new ArrayList<String>();
      changes.stream()
          .filter(c -> c.isBreaking() && c.track().equals(track.track()))
          .forEach(c -> reasons.add(c.sentence()));
      if (reasons.isEmpty()) {
        misfits.stream()
            .filter(m -> m.track().equals(Optional.of(track.track())))
            .forEach(m -> reasons.add(clause(m.diagnostic().message())));
      }
      if (!reasons.isEmpty()) {
        var more = reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)" : "";
        paused.put(track.track(), reasons.get(0) + more + place(mapping, track, misfits));
      }
    }
    return paused;
  }

  /** Where the mapping file says what does not fit any more; blank where no line can be named. */
  private static String place(Mapping mapping, TrackMapping track, List<LiveFinding> misfits) {
    return misfits.stream()
        .filter(m -> m.track().equals(Optional.of(track.track())))
        .map(m -> m.diagnostic().place())
        .filter(place -> place.line() > 0)
        .findFirst()
        .map(p -> " [" + mapping.fileName() + ":" + p.line() + ":" + p.column() + "]")
        .orElse("");
  }

  /** A message without the name of its track, which stands before it. */
  private static String clause(String message) {
    return message.replaceFirst("^track `[^`]*`: ", "");
  }
}
