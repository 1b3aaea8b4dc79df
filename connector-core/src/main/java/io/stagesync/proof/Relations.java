package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a track's labels stand to one another, as numbers: what has one number is alike.
 *
 * <p>What is asked of two labels is always a move from one to the other, made on a side: whether a
 * rank falls by it, whether a way back is declared and that side may go it, whether it leaves out a
 * label.
 */
final class Relations {
  private final TrackMapping track;
  private final Map<Team, Side> teams;
  private final Map<Side, int[][]> moves = new EnumMap<>(Side.class);

  /**
   * @param numbers gives a number to whatever is not yet among its keys
   */
  Relations(TrackMapping track, Map<Team, Side> teams, Map<Object, Integer> numbers) {
    this.track = track;
    this.teams = teams;
    List<Label> labels = track.labels().stream().map(LabelMapping::label).toList();
    int size = labels.size();
    boolean[][] falls = new boolean[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        falls[a][b] = track.backward(labels.get(a), labels.get(b));
      }
    }
    for (Side side : Side.BOTH) {
      int[][] of = new int[size][size];
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          Object facts =
              List.of(
                  falls[a][b],
                  ways(labels.get(a), labels.get(b), side),
                  !track.skipsForward()
                      && leavesOut(falls, a, b)
                      && !track.nextCycle(labels.get(a), labels.get(b)));
          of[a][b] = numbers.computeIfAbsent(facts, f -> numbers.size());
        }
      }
      moves.put(side, of);
    }
  }

  /** A move from one label to another, made on a side. */
  int move(int from, int to, Side by) {
    return Objects.requireNonNull(moves.get(by))[from][to];
  }

  private static boolean leavesOut(boolean[][] falls, int from, int to) {
    for (int label = 0; label < falls.length; label++) {
      if (falls[label][from] && falls[to][label]) {
        return true;
      }
    }
    return false;
  }

  /** For each declared way that names who goes it whether the side may. */
  private List<Boolean> ways(Label from, Label to, Side by) {
    return track.ways(from, to).stream().map(WayBack::by).map(who -> sits(who, by)).toList();
  }

  /** Whether a team works on a side; one that the file gives no side works on both. */
  boolean sits(Optional<Team> team, Side side) {
    return team.flatMap(t -> Optional.ofNullable(teams.get(t))).map(side::equals).orElse(true);
  }
}
