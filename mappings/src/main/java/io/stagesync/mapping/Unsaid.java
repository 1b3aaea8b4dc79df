package io.stagesync.mapping;

import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mapping file does not say about its labels and people should have agreed on: what each
 * means, what makes a person enter it, who brings people there, and what to do next. Nothing of it
 * changes a decision but the owner, so a file may leave all of it out; whoever asks for it is told.
 */
public final class Unsaid {
  private final Mapping mapping;
  private final Set<Track> companions;
  private final List<Diagnostic> found = new ArrayList<>();

  private Unsaid(Mapping mapping) {
    this.mapping = mapping;
    this.companions =
        mapping.tracks().stream()
            .flatMap(track -> track.labels().stream())
            .flatMap(label -> label.requires().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Everything that is left out, in the order of the file; owners that are missing are warnings.
   */
  public static List<Diagnostic> check(Mapping mapping) {
    var unsaid = new Unsaid(mapping);
    for (var track : mapping.tracks()) {
      track.labels().forEach(label -> unsaid.check(track, label));
    }
    return unsaid.found.stream().sorted().toList();
  }

  private void check(TrackMapping track, LabelMapping label) {
    var guide = label.guide();
    if (guide.means().isBlank()) {
      missing(track, label, DiagnosticId.UNSAID_MEANING, "what it means", "means");
    }
    if (guide.enteredWhen().isBlank()) {
      missing(
          track,
          label,
          DiagnosticId.UNSAID_TRIGGER,
          "what makes a person enter it",
          "entered-when");
    }
    if (label.owner().isEmpty() && needsOwner(track, label)) {
      // No error: an owner shuts the other side out, and teams may agree that either side may.
      found.add(
          diagnostic(
              track,
              label,
              DiagnosticId.UNSAID_OWNER,
              Severity.WARNING,
              "who brings people to it",
              "write `owner`, or leave it out where either side may"));
    }
    if (guide.nextAction().isBlank()) {
      missing(
          track,
          label,
          DiagnosticId.UNSAID_NEXT_ACTION,
          "what to do next with a person who is here",
          "next-action");
    }
  }

  /**
   * People are handed from team to team along an order. A label that comes from the opportunity or
   * from a conversion, that only a rule can bring, or that is filled in beside another one, is
   * nobody's to hand over.
   */
  private boolean needsOwner(TrackMapping track, LabelMapping label) {
    return track.ordered()
        && !label.fromOpportunity()
        && !companions.contains(track.track())
        && Side.BOTH.stream().anyMatch(side -> entered(track, label, side));
  }

  private static boolean entered(TrackMapping track, LabelMapping label, Side side) {
    return track.leads(side) && label.hasWord(side);
  }

  private void missing(
      TrackMapping track, LabelMapping label, DiagnosticId id, String what, String key) {
    found.add(
        diagnostic(
            track,
            label,
            id,
            Severity.ERROR,
            what,
            "write `" + key + "`, once the teams agree on it"));
  }

  private Diagnostic diagnostic(
      TrackMapping track,
      LabelMapping label,
      DiagnosticId id,
      Severity severity,
      String what,
      String suggestion) {
    return new Diagnostic(
        mapping.places().of("tracks", track.track().name(), "labels", label.label().name()),
        id,
        severity,
        "`" + label.label() + "` does not say " + what,
        suggestion);
  }
}
