package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

/**
 * The labels of a track in the file's order, found by name and by word without looking at all of
 * them: every decision asks for a few of them, and a track may have many.
 */
final class Labels extends AbstractList<LabelMapping> implements RandomAccess {
  private final List<LabelMapping> all;
  private final Map<Label, LabelMapping> byName = new HashMap<>();
  private final Map<String, Label> called = new HashMap<>();
  private final Map<Side, Map<RawValue, List<LabelMapping>>> byWord = new EnumMap<>(Side.class);
  private final Map<Side, List<LabelMapping>> wordless = new EnumMap<>(Side.class);
  private final boolean criteria;

  private Labels(Collection<LabelMapping> labels) {
    this.all = List.copyOf(labels);
    this.criteria = all.stream().anyMatch(label -> label.criteria().asks());
    all.forEach(label -> byName.putIfAbsent(label.label(), label));
    for (LabelMapping label : all) {
      called.putIfAbsent(LabelMapping.plain(label.label().name()), label.label());
      label.guide().aliases().stream()
          .map(LabelMapping::plain)
          .forEach(alias -> called.putIfAbsent(alias, label.label()));
    }
    for (Side side : Side.BOTH) {
      Map<RawValue, List<LabelMapping>> words = new HashMap<>();
      for (LabelMapping label : all) {
        said(label, side, new LinkedHashSet<>())
            .forEach(word -> words.computeIfAbsent(word, w -> new ArrayList<>()).add(label));
      }
      byWord.put(side, words);
      wordless.put(side, all.stream().filter(label -> maybeWordless(label, side)).toList());
    }
  }

  static Labels copyOf(Collection<LabelMapping> labels) {
    return labels instanceof Labels known ? known : new Labels(labels);
  }

  Optional<LabelMapping> find(Label label) {
    return Optional.ofNullable(byName.get(label));
  }

  /** The first label that people call so, see {@link LabelMapping#isCalled}. */
  Optional<Label> called(String name) {
    return Optional.ofNullable(called.get(LabelMapping.plain(name)));
  }

  /** Every label that lists a word or borrows it, for some record type or none. */
  List<LabelMapping> saying(Side side, RawValue word) {
    return Objects.requireNonNull(byWord.get(side)).getOrDefault(word, List.of());
  }

  /** Every label that has no word on a side, for some record type or none. */
  List<LabelMapping> wordless(Side side) {
    return Objects.requireNonNull(wordless.get(side));
  }

  /** Whether any label has criteria. */
  boolean haveCriteria() {
    return criteria;
  }

  private Set<RawValue> said(LabelMapping label, Side side, Set<Label> seen) {
    Set<RawValue> said = new LinkedHashSet<>();
    if (seen.add(label.label())) {
      for (Words words : ways(label, side)) {
        said.addAll(words.values());
        words.shares().flatMap(this::find).ifPresent(l -> said.addAll(said(l, side, seen)));
      }
    }
    return said;
  }

  private static boolean maybeWordless(LabelMapping label, Side side) {
    return ways(label, side).stream().anyMatch(words -> words.kind() == Words.Kind.NONE);
  }

  private static List<Words> ways(LabelMapping label, Side side) {
    List<Words> ways = new ArrayList<>(List.of(label.words().getOrDefault(side, Words.none())));
    label.variants().values().stream()
        .flatMap(variant -> Optional.ofNullable(variant.get(side)).stream())
        .forEach(ways::add);
    return ways;
  }

  @Override
  public LabelMapping get(int index) {
    return all.get(index);
  }

  @Override
  public int size() {
    return all.size();
  }
}
