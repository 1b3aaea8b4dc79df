package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;
import java.util.List;

/** The policies of a track fit its fields, its direction and its ranks. */
final class PolicyCheck {
  private final Draft draft;
  private final TrackMapping track;
  private final Site site;

  PolicyCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
    this.site = draft.site(track);
  }

  void check() {
    ranks();
    fields();
    if (track.fields().size() == 1 && absentOnPurpose()) {
      alone();
    } else if (track.direction() != Direction.TWO_WAY
        && draft.problems().readable(site.at("direction"))) {
      oneWay();
    }
    boolean status =
        track
            .field(Side.SALESFORCE)
            .filter(f -> f.path().equalsIgnoreCase("Lead.Status"))
            .isPresent();
    if (track.clears() == Clears.PROPAGATE && status && track.direction().writes(Side.SALESFORCE)) {
      draft.senseless(
          site.at("clears"),
          DiagnosticId.CLEARS_REQUIRED_FIELD,
          "`Lead.Status` cannot be empty, so a clear cannot go there",
          "write `clears: refill`");
    }
  }

  private void ranks() {
    var ranked = track.labels().stream().filter(label -> label.rank().isPresent()).toList();
    if (!ranked.isEmpty()) {
      track.labels().stream()
          .filter(label -> label.rank().isEmpty())
          .forEach(
              label ->
                  draft
                      .problems()
                      .senseless(
                          draft.site(label),
                          List.of("rank"),
                          DiagnosticId.RANK_MISSING,
                          "the label `"
                              + label.label()
                              + "` has no rank, and others of its track have one",
                          "give every label of the track a `rank`, or none"));
      return;
    }
    if (track.conflict() == ConflictRule.FURTHEST_WINS) {
      needsRanks("conflict", "`furthest-wins` compares ranks");
    }
    if (track.firstSync() == FirstSync.FURTHEST_WINS) {
      needsRanks("first-sync", "`furthest-wins` compares ranks");
    }
    if (!track.skipsForward()) {
      needsRanks("skips", "what is left out on the way forward is seen by ranks");
    }
    if (track.waysBack().stream().anyMatch(way -> !way.nextCycle())) {
      needsRanks("backward", "what is backward is seen by ranks");
    }
  }

  private void needsRanks(String key, String why) {
    if (draft.ranksReadable(track)) {
      draft.senseless(
          site.at(key),
          DiagnosticId.NEEDS_RANKS,
          why + ", and the labels of `" + track.track() + "` have none",
          "give every label a `rank`, or delete `" + key + "`");
    }
  }

  private void fields() {
    if (draft.hasNoField(track, Side.SALESFORCE) && draft.hasNoField(track, Side.HUBSPOT)) {
      draft.senseless(
          site.at(Side.HUBSPOT.key()),
          DiagnosticId.TRACK_WITHOUT_FIELD,
          "the track `" + track.track() + "` has a field on no side, so it keeps nothing",
          "name a field of the lead or a property of the contact, or delete the track");
      return;
    }
    for (var side : Side.values()) {
      if (track.direction().writes(side) && track.field(side).isEmpty()) {
        draft.senseless(
            site.at(side.key()),
            DiagnosticId.TRACK_WITHOUT_FIELD,
            "the track `"
                + track.track()
                + "` writes "
                + side.displayName()
                + " and has no field there",
            "name the field, or change `direction`: without a field here a track goes one way,"
                + " `to-"
                + side.other().key()
                + "`");
      }
    }
  }

  private boolean absentOnPurpose() {
    return site.at("salesforce").isKeyword("none") || site.at("hubspot").isKeyword("none");
  }

  /** What would be read and have no effect is refused. */
  private void alone() {
    for (var key : List.of("conflict", "first-sync", "refused-edits", "clears")) {
      if (site.has(key)) {
        draft.senseless(
            site.at(key),
            DiagnosticId.ONE_FIELD_ONLY,
            "the track `"
                + track.track()
                + "` has a field on one side only, so there is nobody to disagree with",
            "delete `" + key + "`");
      }
    }
  }

  private void oneWay() {
    var source = track.direction() == Direction.TO_HUBSPOT ? Side.SALESFORCE : Side.HUBSPOT;
    var wins = source.key() + "-wins";
    if (!Wording.key(track.conflict()).equals(wins)) {
      against("conflict", track.conflict(), source, "write `" + wins + "`, or delete the line");
    }
    if (track.firstSync() != FirstSync.REPORT_ONLY
        && !Wording.key(track.firstSync()).equals(wins)) {
      against("first-sync", track.firstSync(), source, "write `" + wins + "` or `report-only`");
    }
  }

  private void against(String key, Enum<?> said, Side source, String suggestion) {
    draft.senseless(
        site.at(key),
        DiagnosticId.AGAINST_DIRECTION,
        "`"
            + Wording.key(said)
            + "` goes against `direction: "
            + Wording.key(track.direction())
            + "`, where "
            + source.displayName()
            + " always wins",
        suggestion);
  }
}
