package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;

/** Every label of a track says how it is said on both sides, in a way that works there. */
final class WordCheck {
  private final Draft draft;
  private final TrackMapping track;

  WordCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    boolean anywhere =
        !draft.hasNoField(track, Side.SALESFORCE) || !draft.hasNoField(track, Side.HUBSPOT);
    for (var label : track.labels()) {
      var missing = false;
      for (var side : Side.values()) {
        missing |= missing(label, side);
        var words = label.words(side);
        words.shares().ifPresent(other -> shares(label, side, other));
        if (words.kind() == Words.Kind.CONVERTED_STATUS) {
          convertedStatus(label, side);
        }
      }
      if (anywhere && !missing && !said(label)) {
        draft
            .problems()
            .senseless(
                draft.site(label),
                List.of("salesforce", "hubspot", "for"),
                DiagnosticId.NO_WORD,
                "the label `" + label.label() + "` has no word on any side",
                "write its word on at least one side, or delete the label");
      }
    }
  }

  private boolean missing(LabelMapping label, Side side) {
    var site = draft.site(label);
    if (draft.namesField(track, side) && !site.has(side.key())) {
      draft
          .problems()
          .senseless(
              site,
              List.of(side.key()),
              DiagnosticId.MISSING_WORD,
              "the label `" + label.label() + "` does not say its word in " + side.displayName(),
              "write `" + side.key() + ":` and the word, or `none` if there is no word for it");
      return true;
    }
    if (draft.hasNoField(track, side) && label.words(side).kind() != Words.Kind.NONE) {
      draft.wordWithoutField(
          site.at(side.key()),
          track,
          side,
          "delete it, or name the field under `" + track.track() + "`");
    }
    return false;
  }

  private boolean said(LabelMapping label) {
    for (var side : Side.values()) {
      if (label.words(side).kind() != Words.Kind.NONE) {
        return true;
      }
    }
    return !label.variants().isEmpty();
  }

  private void shares(LabelMapping label, Side side, Label other) {
    var site = draft.site(label).at(side.key(), "shares");
    if (other.equals(label.label())) {
      draft.senseless(
          site,
          DiagnosticId.SHARES_NOTHING,
          "the label `" + other + "` cannot share its own word",
          "name the label whose word it borrows");
      return;
    }
    draft
        .label(site, track, other)
        .filter(lender -> lender.words(side).kind() != Words.Kind.OWN)
        .filter(lender -> draft.site(lender).has(side.key()))
        .filter(lender -> draft.problems().readable(draft.site(lender), List.of(side.key())))
        .ifPresent(
            lender ->
                draft.senseless(
                    site,
                    DiagnosticId.SHARES_NOTHING,
                    "the label `"
                        + other
                        + "` has no word of its own in "
                        + side.displayName()
                        + " to share",
                    "name a label that lists words there"));
  }

  private void convertedStatus(LabelMapping label, Side side) {
    boolean isStatus =
        side == Side.SALESFORCE
            && track.field(side).filter(f -> f.path().equalsIgnoreCase("Lead.Status")).isPresent();
    if (!isStatus) {
      draft.senseless(
          draft.site(label).at(side.key()),
          DiagnosticId.CONVERTED_STATUS_FIELD,
          "only the values of `Lead.Status` can be converted ones",
          "write the word that this field uses, or `none`");
    } else if (!label.variants().isEmpty()) {
      draft.senseless(
          draft.site(label).at("for"),
          DiagnosticId.BAD_VALUE,
          "a converted status is never written, so no record type has another word for it",
          "delete `for` here");
    }
  }
}
