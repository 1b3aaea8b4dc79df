package io.stagesync.reconcile;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What rules would do to one track as it stands, were their drivers to enter now. Nothing is
 * decided by it: it tells which states of a track are driven alike.
 */
public final class Prospects {
  private final Mapping mapping;
  private final Mapping alone;
  private final Catalogs catalogs;
  private final TrackMapping track;

  /**
   * @param mapping has the rules
   * @param track one of its tracks
   */
  public Prospects(Mapping mapping, Catalogs catalogs, TrackMapping track) {
    this.mapping = mapping;
    this.alone = mapping.about(Set.of(track.track()));
    this.catalogs = catalogs;
    this.track = track;
  }

  /**
   * Looks ahead.
   *
   * @param pair has to show the track; other tracks of it are not looked at
   */
  public Ahead of(PairView pair) {
    TrackCase c = TrackCase.of(alone, catalogs, pair, track);
    Verdict own = OwnDecision.of(c, new ScopeGate(alone, Map.of(track.track(), c)));
    return new Ahead(mapping, c, own);
  }

  private static final Verdict LACKING = Verdict.stop(Reason.COMPANION_MISSING, "", "");

  /** One track as it stands. */
  public static final class Ahead {
    private final Mapping mapping;
    private final TrackCase c;
    private final Verdict own;
    private final Optional<Verdict> refused;

    private Ahead(Mapping mapping, TrackCase c, Verdict own) {
      this.mapping = mapping;
      this.c = c;
      this.own = own;
      this.refused = CriteriaGuard.instead(c, own);
    }

    /** What is decided of it, as if the file had no other track. */
    public TrackDecision decision() {
      return Conclusion.of(c, own, true);
    }

    /**
     * What rules would do.
     *
     * @param ran the label that they last ran for; it makes no difference to what the track comes
     *     to by itself
     * @return equal for states that are driven alike
     */
    public List<Object> answers(Optional<Label> ran) {
      TrackCase now = c.ran(ran);
      List<Object> answers = new ArrayList<>();
      Prospects.answers(answers, mapping, now, own);
      // Criteria may refuse the track's own move, and then rules find it otherwise.
      if (refused.isPresent()) {
        Prospects.answers(answers, mapping, now, refused.get());
      }
      // So may the want of what its label requires.
      if (mayLackItsCompanion()) {
        Prospects.answers(answers, mapping, now, LACKING);
      }
      return answers;
    }

    private boolean mayLackItsCompanion() {
      return own.pushed()
          && own.label()
              .flatMap(c.track()::label)
              .flatMap(LabelMapping::requires)
              .flatMap(mapping::find)
              .isPresent();
    }

    /**
     * What the track would come to if criteria refused its own move.
     *
     * @return empty: there is no move that they are asked about
     */
    public Optional<Refused> refused() {
      return refused.map(
          v ->
              new Refused(
                  CriteriaGuard.move(c, own).orElseThrow().source(),
                  v.reason(),
                  v.label(),
                  v.values().keySet()));
    }
  }

  /**
   * What takes the place of a move.
   *
   * @param source the side that moved, and that other tracks are looked at on
   * @param reason why
   * @param label what it leads to; empty: to none
   * @param written the sides that it writes
   */
  public record Refused(Side source, Reason reason, Optional<Label> label, Set<Side> written) {
    public Refused {
      written = Set.copyOf(written);
    }
  }

  private static void answers(List<Object> answers, Mapping mapping, TrackCase c, Verdict own) {
    answers.add(own.reason().doubtsAMove() ? "doubted" : own.reason().outcome());
    for (Rule rule : mapping.rules()) {
      Optional<Label> target = Optional.ofNullable(rule.then().get(c.track().track()));
      if (target.isPresent()) {
        for (boolean firstSight : new boolean[] {false, true}) {
          RuleEffect effect = RuleEffect.of(rule, firstSight, c, target.get(), own);
          answers.add(effect.kind());
          if (effect.kind() == RuleEffect.Kind.DRIVES) {
            driven(answers, mapping, c, own, effect);
          }
        }
      }
    }
  }

  /** Whether a way leads back from the base, or from the label that rules last ran for. */
  private static boolean tookBack(TrackCase c, Label to) {
    return Stream.concat(c.baseLabel().stream(), c.base().flatMap(Base::rulesRanFor).stream())
        .anyMatch(from -> !c.track().waysBack(from, to).isEmpty());
  }

  private static void driven(
      List<Object> answers, Mapping mapping, TrackCase c, Verdict own, RuleEffect effect) {
    Track track = c.track().track();
    answers.add(effect.back());
    // What it comes to there is entered, and looked at again.
    answers.add(c.base().flatMap(Base::rulesRanFor).map(effect.target()::equals));
    answers.add(tookBack(c, effect.target()));
    for (Side side : Side.BOTH) {
      answers.add(c.label(side).filter(l -> c.track().backward(l, effect.target())).isPresent());
    }
    RuleVerdict verdict =
        RuleVerdict.of(Map.of(track, c), Map.of(track, own), c, List.of(effect), effect.target());
    answers.add(
        Optional.ofNullable(verdict.verdicts().get(track))
            .map(v -> Set.copyOf(v.values().keySet())));
    answers.add(own.agreed() ? Optional.empty() : stands(mapping, c, effect.target()));
  }

  /** Where a track that rules go on from one side of stands to what else may drive it. */
  private static List<Object> stands(Mapping mapping, TrackCase c, Label target) {
    Side other = c.salesforce().canMean(target) ? Side.HUBSPOT : Side.SALESFORCE;
    Optional<Label> before = c.label(other);
    List<Object> stands = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Optional<Label> to = Optional.ofNullable(rule.then().get(c.track().track()));
      // A rule that drives another track may ask for a label of the same name there.
      if (to.isPresent()) {
        stands.add(rule.onlyIf().map(condition -> condition.label().equals(before)));
        stands.add(before.isPresent() && c.track().precedes(before.get(), to.get()));
      }
    }
    return stands;
  }
}
