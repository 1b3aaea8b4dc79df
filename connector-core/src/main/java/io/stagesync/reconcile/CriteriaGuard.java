package io.stagesync.reconcile;

import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guard 4, its second half: what other tracks have to show while a person is moved to a label or
 * away from it.
 *
 * <p>As the transition it judges what a person did, from the base on. It is asked last of all,
 * because it looks at what the side of the move will show once everything of this decision is
 * carried out: the two sides are written one after the other, with a new look before each, and what
 * let a move through before the first must let it through before the second. A track that nothing
 * is decided of counts as its side shows it.
 */
final class CriteriaGuard {
  private final Map<Track, TrackCase> cases;
  private final Map<Track, Verdict> outcome;

  private CriteriaGuard(Map<Track, TrackCase> cases, Map<Track, Verdict> outcome) {
    this.cases = cases;
    this.outcome = outcome;
  }

  /**
   * What takes the place of moves whose criteria are not met.
   *
   * @param own what each track comes to by itself
   * @param outcome what each track comes to with companions and rules
   */
  static Map<Track, Verdict> refused(
      Map<Track, TrackCase> cases, Map<Track, Verdict> own, Map<Track, Verdict> outcome) {
    CriteriaGuard guard = new CriteriaGuard(cases, outcome);
    Map<Track, Verdict> refused = new LinkedHashMap<>();
    for (TrackCase c : cases.values()) {
      if (c.track().hasCriteria()) {
        Track track = c.track().track();
        Optional.ofNullable(own.get(track))
            .flatMap(verdict -> guard.refused(c, verdict))
            .ifPresent(verdict -> refused.put(track, verdict));
      }
    }
    return refused;
  }

  private Optional<Verdict> refused(TrackCase c, Verdict own) {
    Optional<Candidate> move = move(c, own);
    return move.flatMap(m -> unmet(c, m)).map(hold -> instead(c, own, move.orElseThrow(), hold));
  }

  /** What would take the place of a move of this track if criteria of it were not met. */
  static Optional<Verdict> instead(TrackCase c, Verdict own) {
    Verdict hold = Verdict.stop(Reason.CRITERIA_NOT_MET, "", "");
    return move(c, own).filter(m -> c.track().hasCriteria()).map(m -> instead(c, own, m, hold));
  }

  private static Verdict instead(TrackCase c, Verdict own, Candidate move, Verdict hold) {
    return own.reason() == Reason.LED_BY_HUBSPOT
        ? ConvertedStage.refused(c, c.conversion().orElseThrow(), hold)
        : Afterthoughts.on(c, Guards.refused(c, move, hold));
  }

  /** A person's move from the base. */
  static Optional<Candidate> move(TrackCase c, Verdict own) {
    boolean moved = own.label().isPresent() && !own.label().equals(c.baseLabel());
    if (!moved || c.base().isEmpty()) {
      return Optional.empty();
    }
    return switch (own.reason()) {
      case MOVED, WON -> {
        Side target = own.values().keySet().iterator().next();
        yield Optional.of(new Candidate(own.reason(), target.other(), own.label(), ""));
      }
      case LED_BY_HUBSPOT ->
          Optional.of(new Candidate(own.reason(), Side.HUBSPOT, own.label(), ""));
      default -> Optional.empty();
    };
  }

  private Optional<Verdict> unmet(TrackCase c, Candidate move) {
    Label to = move.label().orElseThrow();
    Optional<String> entry =
        unmet(c, to, move.source(), Criteria::entry).map(why -> to + " is entered" + why);
    return entry
        .or(
            () ->
                c.baseLabel()
                    .flatMap(
                        from ->
                            unmet(c, from, move.source(), Criteria::exit)
                                .map(why -> from + " is left" + why)))
        .map(
            why ->
                Verdict.stop(
                    Reason.CRITERIA_NOT_MET,
                    Sentences.moved(c, move) + " " + why,
                    "See to it that this holds, or set "
                        + move.source().displayName()
                        + " back"
                        + c.baseLabel().map(b -> " to " + b).orElse("")
                        + ". "
                        + Sentences.SET_BOTH));
  }

  /** One of a label's two lists of criteria. */
  private interface Which {
    Map<Track, List<Label>> of(Criteria criteria);
  }

  private Optional<String> unmet(TrackCase c, Label label, Side source, Which which) {
    return c.track().label(label).map(LabelMapping::criteria).map(which::of).stream()
        .flatMap(asked -> asked.entrySet().stream())
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            asked ->
                Optional.ofNullable(cases.get(asked.getKey()))
                    .flatMap(other -> unmet(other, source, asked.getValue()))
                    .stream())
        .findFirst();
  }

  private Optional<String> unmet(TrackCase other, Side source, List<Label> wanted) {
    Track track = other.track().track();
    Optional<Verdict> decided =
        Optional.ofNullable(outcome.get(track)).filter(v -> v.pushed() || v.agrees());
    Side asked = other.on(source).bound() ? source : source.other();
    boolean met =
        decided
            .map(v -> v.label().filter(wanted::contains).isPresent())
            .orElseGet(() -> wanted.stream().anyMatch(other.on(asked)::canMean));
    String shown =
        decided
            .map(v -> "it comes to " + v.label().map(Label::name).orElse("a blank"))
            .orElseGet(
                () -> asked.displayName() + " shows " + Sentences.shown(other, asked) + " there");
    return met
        ? Optional.empty()
        : Optional.of(
            " only while "
                + track
                + " is "
                + String.join(" or ", wanted.stream().map(Label::name).toList())
                + ", and "
                + shown
                + ".");
  }
}
