package io.stagesync.mapping.rename;

import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToLongBiFunction;

/**
 * Takes values that went and values that came for the same, where something speaks for it, in the
 * order of the {@link Hint}s. A hint that points to two values points to none.
 */
public final class Renames {
  private final Lineup before;
  private final Lineup after;
  private final ToLongBiFunction<RawValue, RawValue> moves;
  private final List<RawValue> went;
  private final List<RawValue> came;
  private final Map<RawValue, Guess> guesses = new LinkedHashMap<>();

  private Renames(Lineup before, Lineup after, ToLongBiFunction<RawValue, RawValue> moves) {
    this.before = before;
    this.after = after;
    this.moves = moves;
    this.went = new ArrayList<>(before.open());
    this.came = new ArrayList<>(after.open());
  }

  /** For each value that went what it is called now, where there is a guess. */
  public static Map<RawValue, Guess> of(Lineup before, Lineup after) {
    return of(before, after, (was, now) -> 0);
  }

  /**
   * The same, with one hint more.
   *
   * @param moves how many people went from one value to another; asked only where no name is alike
   */
  public static Map<RawValue, Guess> of(
      Lineup before, Lineup after, ToLongBiFunction<RawValue, RawValue> moves) {
    var renames = new Renames(before, after, moves);
    renames.by(Hint.LABEL, renames::shownAlike);
    renames.by(Hint.LABEL, renames::namedAlike);
    List.copyOf(renames.went).forEach(renames::mostMoved);
    renames.by(Hint.SPELLING, renames::spelledAlike);
    renames.by(Hint.PLACE, renames::placedAlike);
    if (renames.went.size() == 1 && renames.came.size() == 1) {
      renames.same(renames.went.get(0), renames.came.get(0), Hint.ONLY_ONE);
    }
    return renames.guesses;
  }

  private void by(Hint hint, BiPredicate<RawValue, RawValue> alike) {
    for (RawValue old : List.copyOf(went)) {
      var found = came.stream().filter(now -> alike.test(old, now)).toList();
      if (found.size() == 1) {
        same(old, found.get(0), hint);
      }
    }
  }

  /** The value that most people went to, where one of them stands out. */
  private void mostMoved(RawValue old) {
    var counts = new TreeMap<Long, List<RawValue>>();
    came.forEach(
        now ->
            counts.computeIfAbsent(moves.applyAsLong(old, now), n -> new ArrayList<>()).add(now));
    var most = counts.lastEntry();
    if (most != null && most.getKey() > 0 && most.getValue().size() == 1) {
      same(old, most.getValue().get(0), Hint.MOVED);
    }
  }

  private void same(RawValue old, RawValue now, Hint hint) {
    guesses.put(old, new Guess(now, hint));
    went.remove(old);
    came.remove(now);
  }

  private boolean shownAlike(RawValue old, RawValue now) {
    return before.namesOf(old).get(0).equals(after.namesOf(now).get(0));
  }

  private boolean namedAlike(RawValue old, RawValue now) {
    return Likeness.same(before.namesOf(old), after.namesOf(now));
  }

  private boolean spelledAlike(RawValue old, RawValue now) {
    return Likeness.near(before.namesOf(old), after.namesOf(now));
  }

  /** Whether both stand between the same values of those that stayed. */
  private boolean placedAlike(RawValue old, RawValue now) {
    return before.neighbour(old, -1, after).equals(after.neighbour(now, -1, before))
        && before.neighbour(old, 1, after).equals(after.neighbour(now, 1, before));
  }
}
