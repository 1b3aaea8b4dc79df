package io.stagesync.reconcile;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.WayBack;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/**
 * Guard 2: a label with an owner is entered from its owner's side only.
 *
 * <p>A declared way back names who may go it, and that replaces the label's owner. Otherwise sales
 * could never recycle a person to a label that marketing owns, which is the very thing that ways
 * back are for. At first sight there is no move to judge, so the way is the one from what the
 * target shows.
 */
final class OwnerGuard {
  private OwnerGuard() {}

  static Optional<Verdict> refuses(TrackCase c, Candidate push) {
    Optional<Label> label = push.label();
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Optional<Label> from = c.baseLabel().isPresent() ? c.baseLabel() : c.label(push.target());
    Optional<Team> team = refusal(c, push.source(), from, label.get());
    return team.isPresent() ? Optional.of(hold(c, push, team.get())) : Optional.empty();
  }

  /** The team that alone may make this move, where the side is not that team's. */
  static Optional<Team> refusal(TrackCase c, Side source, Optional<Label> from, Label to) {
    List<WayBack> ways = from.isEmpty() ? List.of() : c.track().ways(from.get(), to);
    if (!ways.isEmpty()) {
      boolean free = ways.stream().anyMatch(w -> w.by().isEmpty() || sits(c, w.by(), source));
      return free ? Optional.empty() : ways.get(0).by();
    }
    Optional<Team> owner = c.track().label(to).flatMap(LabelMapping::owner);
    return owner.isEmpty() || sits(c, owner, source) ? Optional.empty() : owner;
  }

  /** The way back that is gone by whoever moves a person there on this side. */
  static Optional<WayBack> way(TrackCase c, Side source, Label from, Label to) {
    List<WayBack> ways = c.track().waysBack(from, to);
    return ways.stream()
        .filter(w -> w.by().isEmpty() || sits(c, w.by(), source))
        .findFirst()
        .or(() -> ways.stream().findFirst());
  }

  /** A team that the file gives no side sits on both: it was never meant to shut anybody out. */
  private static boolean sits(TrackCase c, Optional<Team> team, Side side) {
    return team.flatMap(t -> Optional.ofNullable(c.mapping().teams().get(t)))
        .map(side::equals)
        .orElse(true);
  }

  private static Verdict hold(TrackCase c, Candidate push, Team team) {
    Side home = push.source().other();
    return Verdict.stop(
        Reason.NOT_OWNER,
        Sentences.moved(c, push)
            + " Only "
            + team
            + ", in "
            + home.displayName()
            + ", moves anybody there.",
        Sentences.sameEditOr(c, push));
  }
}
