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
 * How a track's labels stand to one another, as small numbers: what has one number is alike.
 *
 * <p>What is asked of two labels is always a move from one to the other, made on a side: whether a
 * rank falls by it, whether a way is declared and that side may go it, whether it leaves out a
 * label.
 */
final class Relations {
  private static final int FALLS = 1;
  private static final int LEAVES_OUT = 2;
  private static final int WAY = 4;
  private static final int MAY_GO = 8;

  private final TrackMapping track;
  private final Map<Team, Side> teams;
  private final List<Label> labels;
  private final Map<Side, int[][]> moves = new EnumMap<>(Side.class);

  Relations(TrackMapping track, Map<Team, Side> teams) {
    this.track = track;
    this.teams = teams;
    this.labels = track.labels().stream().map(LabelMapping::label).toList();
    int size = labels.size();
    int[][] any = new int[size][size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        any[from][to] = track.backward(labels.get(from), labels.get(to)) ? FALLS : 0;
      }
    }
    if (!track.skipsForward()) {
      leavesOut(any);
    }
    for (Side side : Side.BOTH) {
      int[][] of = new int[size][];
      for (int from = 0; from < size; from++) {
        of[from] = any[from].clone();
        for (int to = 0; to < size; to++) {
          of[from][to] += ways(labels.get(from), labels.get(to), side);
        }
      }
      moves.put(side, of);
    }
  }

  /** How a move from one label to another looks that is made on a side. */
  int move(int from, int to, Side by) {
    return Objects.requireNonNull(moves.get(by))[from][to];
  }

  /**
   * How it looks that a label is written over by another one, to which somebody moved from a third:
   * whether that is a step back, and whether one that the file declares.
   */
  int overwritten(int shown, int by) {
    return move(shown, by, Side.SALESFORCE) & (FALLS | WAY);
  }

  /** Whether a side may move anybody to a label by itself. */
  boolean enters(int label, Side by) {
    return sits(track.labels().get(label).owner(), by);
  }

  private void leavesOut(int[][] any) {
    for (int from = 0; from < any.length; from++) {
      for (int to = 0; to < any.length; to++) {
        if (isBetween(any, from, to) && !track.nextCycle(labels.get(from), labels.get(to))) {
          any[from][to] |= LEAVES_OUT;
        }
      }
    }
  }

  private static boolean isBetween(int[][] any, int from, int to) {
    for (int label = 0; label < any.length; label++) {
      if ((any[label][from] & FALLS) != 0 && (any[to][label] & FALLS) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a way is declared that names who goes it, and the side may. */
  private int ways(Label from, Label to, Side by) {
    int ways = 0;
    for (WayBack way : track.ways(from, to)) {
      ways |= WAY | (sits(way.by(), by) ? MAY_GO : 0);
    }
    return ways;
  }

  /** Whether a team works on a side; one that the file gives no side works on both. */
  private boolean sits(Optional<Team> team, Side side) {
    return team.isEmpty() || teams.getOrDefault(team.get(), side) == side;
  }
}
