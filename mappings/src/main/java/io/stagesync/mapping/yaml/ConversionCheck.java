package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;

/** What is said of converted leads can be carried out; so can the scope. */
final class ConversionCheck {
  private final Draft draft;

  /** Whether it names a track or a label that does not exist, in place of one that nothing says. */
  private boolean misnamed;

  ConversionCheck(Draft draft) {
    this.draft = draft;
  }

  void check() {
    draft.mapping().scope().ifPresent(this::scope);
    draft.mapping().conversion().ifPresent(this::conversion);
    for (var track : draft.mapping().tracks()) {
      track.labels().stream()
          .filter(LabelMapping::fromOpportunity)
          .filter(label -> !spoken(track, label.label()))
          .forEach(this::unspoken);
    }
  }

  private void scope(Scope scope) {
    var site = draft.site(scope).at(scope.track().name());
    draft
        .track(site, scope.track())
        .filter(track -> draft.label(site, track, scope.notBelow()).isPresent())
        .filter(track -> track.labels().stream().noneMatch(label -> label.rank().isPresent()))
        .ifPresent(track -> needsRanks(site, "what is below a label is seen by ranks", track));
  }

  private void conversion(Conversion conversion) {
    var site = draft.site(conversion);
    var found = draft.track(site.at("track"), conversion.track());
    misnamed |= found.isEmpty();
    if (found.isEmpty()) {
      return;
    }
    var track = found.get();
    if (track.labels().stream().noneMatch(label -> label.rank().isPresent())) {
      needsRanks(site, "what an opportunity says is compared by ranks", track);
    }
    boolean writesHubSpot =
        track.direction().writes(Side.HUBSPOT) && track.field(Side.HUBSPOT).isPresent();
    if (!writesHubSpot && draft.leadsReadably(track, Side.HUBSPOT)) {
      draft.senseless(
          site,
          DiagnosticId.CONVERSION_TRACK,
          "what an opportunity says is written in HubSpot, and the track `"
              + track.track()
              + "` does not write there",
          "name a track that writes HubSpot");
    }
    conversion.labels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            said ->
                said(
                    site.at(Wording.key(said.getKey()), "label"),
                    track,
                    said.getKey(),
                    said.getValue()));
  }

  private void said(Site site, TrackMapping track, Evidence evidence, Label label) {
    var known = draft.label(site, track, label);
    misnamed |= known.isEmpty();
    known
        .filter(l -> l.words(Side.HUBSPOT).kind() == Words.Kind.NONE)
        .filter(l -> draft.wordsReadable(l, Side.HUBSPOT))
        .ifPresent(
            l ->
                draft.senseless(
                    site,
                    DiagnosticId.CONVERSION_NO_WORD,
                    "HubSpot has no word for `"
                        + label
                        + "`, so `"
                        + Wording.key(evidence)
                        + "` could not be written",
                    "name a label that HubSpot has a word for"));
  }

  private boolean spoken(TrackMapping track, Label label) {
    return draft.mapping().conversion().stream()
        .anyMatch(c -> c.track().equals(track.track()) && c.labels().containsValue(label));
  }

  private void unspoken(LabelMapping label) {
    if (!draft.mapping().reads().opportunities()) {
      draft.senseless(
          draft.site(label).at("from"),
          DiagnosticId.FROM_OPPORTUNITY,
          "`"
              + label.label()
              + "` comes from the opportunity, and `conversion: never` says that there is none",
          "delete `from`, or say under `conversion` what an opportunity means");
      return;
    }
    if (!misnamed && draft.problems().readable(draft.sites().top(), List.of("conversion"))) {
      draft.senseless(
          draft.site(label).at("from"),
          DiagnosticId.FROM_OPPORTUNITY,
          "after conversion `"
              + label.label()
              + "` comes from the opportunity, and `conversion` never says it",
          "name it under `conversion`, for example `open: " + label.label() + "`");
    }
  }

  private void needsRanks(Site site, String why, TrackMapping track) {
    draft.senseless(
        site,
        DiagnosticId.NEEDS_RANKS,
        why + ", and the labels of `" + track.track() + "` have none",
        "give every label of the track a `rank`, or name another track");
  }
}
