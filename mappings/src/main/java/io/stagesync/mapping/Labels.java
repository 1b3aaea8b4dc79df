package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.AbstractList;
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
  private final Map<Side, Map<Optional<RecordType>, Lexicon>> lexica = new EnumMap<>(Side.class);
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
    Set<Optional<RecordType>> types = new LinkedHashSet<>(Set.of(Optional.empty()));
    all.forEach(label -> label.variants().keySet().forEach(type -> types.add(Optional.of(type))));
    for (Side side : Side.BOTH) {
      Map<Optional<RecordType>, Lexicon> byType = new HashMap<>();
      types.forEach(type -> byType.put(type, new Lexicon(all, side, type)));
      lexica.put(side, byType);
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

  /** The words of a side, for leads of a record type or of none. */
  Lexicon lexicon(Side side, Optional<RecordType> type) {
    Map<Optional<RecordType>, Lexicon> byType = Objects.requireNonNull(lexica.get(side));
    Lexicon known = byType.get(type);
    return known != null ? known : Objects.requireNonNull(byType.get(Optional.empty()));
  }

  /** Whether any label has criteria. */
  boolean haveCriteria() {
    return criteria;
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
