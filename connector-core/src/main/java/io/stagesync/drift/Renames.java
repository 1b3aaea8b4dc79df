package io.stagesync.drift;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToLongBiFunction;

/**
 * Takes values that went and values that came for the same, where something speaks for it. A CRM
 * tells nobody of a rename, so all of these are guesses: the label first, then that people went
 * from one to the other, then the place between the values that stayed, then that there is only one
 * of each.
 */
final class Renames {
  private final FieldCatalog before;
  private final FieldCatalog after;
  private final ToLongBiFunction<RawValue, RawValue> moves;
  private final List<RawValue> went;
  private final List<RawValue> came;
  private final Map<RawValue, Guess> guesses = new LinkedHashMap<>();

  /** What a value is called now, perhaps. */
  record Guess(RawValue now, Hint hint) {}

  private Renames(
      FieldCatalog before, FieldCatalog after, ToLongBiFunction<RawValue, RawValue> moves) {
    this.before = before;
    this.after = after;
    this.moves = moves;
    this.went = new ArrayList<>(before.values());
    went.removeAll(after.values());
    this.came = new ArrayList<>(after.values());
    came.removeAll(before.values());
    came.removeAll(before.shape().inactive());
  }

  /**
   * For each value that went what it is called now, where there is a guess.
   *
   * @param moves how many people went from one value to another
   */
  static Map<RawValue, Guess> of(
      FieldCatalog before, FieldCatalog after, ToLongBiFunction<RawValue, RawValue> moves) {
    var renames = new Renames(before, after, moves);
    // A value that is still there, inactive, was not renamed.
    renames.went.removeAll(after.shape().inactive());
    renames.by(Hint.LABEL, renames::labels);
    renames.went.forEach(renames::mostMoved);
    renames.went.removeAll(renames.guesses.keySet());
    renames.by(Hint.PLACE, renames::places);
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
      guesses.put(old, new Guess(most.getValue().get(0), Hint.MOVED));
      came.remove(most.getValue().get(0));
    }
  }

  private void same(RawValue old, RawValue now, Hint hint) {
    guesses.put(old, new Guess(now, hint));
    went.remove(old);
    came.remove(now);
  }

  private boolean labels(RawValue old, RawValue now) {
    return label(before, old).equals(label(after, now));
  }

  static String label(FieldCatalog field, RawValue value) {
    return field.displayLabels().getOrDefault(value, value.text());
  }

  /** Whether both stand between the same values of those that stayed. */
  private boolean places(RawValue old, RawValue now) {
    return neighbour(before, old, -1).equals(neighbour(after, now, -1))
        && neighbour(before, old, 1).equals(neighbour(after, now, 1));
  }

  private Optional<RawValue> neighbour(FieldCatalog field, RawValue value, int step) {
    var values = field.values();
    for (int i = values.indexOf(value) + step; i >= 0 && i < values.size(); i += step) {
      var other = values.get(i);
      if (before.values().contains(other) && after.values().contains(other)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
