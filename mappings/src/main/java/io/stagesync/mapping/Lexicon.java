package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one side of a track, for leads of one record type: what each of them means, and what
 * says each label. Worked out once, because every decision looks up a few of them.
 */
final class Lexicon {
  private static final Entry UNKNOWN = new Entry(List.of(), Optional.empty());

  private final Side side;
  private final Optional<RecordType> type;
  private final Map<Label, LabelMapping> labels = new HashMap<>();
  private final Map<RawValue, Entry> entries = new HashMap<>();
  private final Entry converted;
  private final List<Label> wordless;
  private final Map<Label, List<RawValue>> written = new HashMap<>();

  /**
   * What a word means.
   *
   * @param meanings every label that it can mean, in the file's order
   * @param own the first of them that has it without sharing it; empty where none does
   */
  record Entry(List<Label> meanings, Optional<Label> own) {
    Entry {
      meanings = List.copyOf(meanings);
    }
  }

  /** From where a word gets its meaning; the first that knows the word is asked alone. */
  private enum Reach {
    CONVERTED,
    RECORD_TYPE,
    GENERAL
  }

  /**
   * @param all the track's labels, in the file's order
   * @param type empty: leads without a record type, or with one that the file says nothing of
   */
  Lexicon(List<LabelMapping> all, Side side, Optional<RecordType> type) {
    this.side = side;
    this.type = type;
    all.forEach(label -> labels.putIfAbsent(label.label(), label));
    Map<RawValue, List<LabelMapping>> saying = new HashMap<>();
    List<Label> silent = new ArrayList<>();
    for (LabelMapping label : all) {
      for (RawValue word : said(label, new HashSet<>())) {
        saying.computeIfAbsent(word, w -> new ArrayList<>()).add(label);
      }
      if (effective(label).kind() == Words.Kind.NONE) {
        silent.add(label.label());
      }
      written.putIfAbsent(label.label(), written(label, 0));
    }
    this.wordless = List.copyOf(silent);
    this.converted = entry(all, Optional.empty(), List.of(Reach.CONVERTED));
    List<Reach> reaches =
        type.isPresent() ? List.of(Reach.RECORD_TYPE, Reach.GENERAL) : List.of(Reach.GENERAL);
    saying.forEach((word, some) -> entries.put(word, entry(some, Optional.of(word), reaches)));
  }

  /** What a word means that Salesforce does not flag as a converted status. */
  Entry entry(RawValue word) {
    return entries.getOrDefault(word, UNKNOWN);
  }

  /** What any converted status means. */
  Entry converted() {
    return converted;
  }

  /** The labels that have no word there, in the file's order: a blank means them. */
  List<Label> wordless() {
    return wordless;
  }

  /** The words that say a label, in the order in which they are tried; empty where none does. */
  List<RawValue> written(Label label) {
    return written.getOrDefault(label, List.of());
  }

  /** Every word that says a label in any way. */
  private Set<RawValue> said(LabelMapping label, Set<Label> seen) {
    Set<RawValue> said = new LinkedHashSet<>();
    if (seen.add(label.label())) {
      for (Words words : ways(label)) {
        said.addAll(words.values());
        shared(words).ifPresent(other -> said.addAll(said(other, seen)));
      }
    }
    return said;
  }

  private List<Words> ways(LabelMapping label) {
    Optional<Words> variant = variant(label);
    return variant.isPresent()
        ? List.of(variant.get(), label.words(side))
        : List.of(label.words(side));
  }

  private Optional<LabelMapping> shared(Words words) {
    return words.shares().flatMap(other -> Optional.ofNullable(labels.get(other)));
  }

  private List<RawValue> written(LabelMapping label, int depth) {
    if (depth > labels.size()) {
      return List.of();
    }
    Words words = effective(label);
    if (words.shares().isEmpty()) {
      return words.values();
    }
    return shared(words).map(other -> written(other, depth + 1)).orElse(List.of());
  }

  private Entry entry(List<LabelMapping> some, Optional<RawValue> word, List<Reach> reaches) {
    List<Label> meanings = new ArrayList<>();
    Optional<Label> own = Optional.empty();
    for (Reach reach : reaches) {
      boolean known = !meanings.isEmpty();
      for (LabelMapping label : some) {
        if (means(label, word, reach, 0)) {
          if (!known) {
            meanings.add(label.label());
          }
          if (own.isEmpty() && !shares(words(label, reach))) {
            own = Optional.of(label.label());
          }
        }
      }
    }
    return new Entry(meanings, own);
  }

  private boolean means(LabelMapping label, Optional<RawValue> word, Reach reach, int depth) {
    Optional<Words> found = words(label, reach);
    if (found.isEmpty() || depth > labels.size()) {
      return false;
    }
    Words words = found.get();
    return switch (words.kind()) {
      case OWN -> word.filter(words.values()::contains).isPresent();
      case SHARES ->
          shared(words).filter(other -> means(other, word, reach, depth + 1)).isPresent();
      case CONVERTED_STATUS -> reach == Reach.CONVERTED;
      case NONE -> false;
    };
  }

  private Optional<Words> words(LabelMapping label, Reach reach) {
    Optional<Words> general = Optional.of(label.words(side));
    if (reach != Reach.RECORD_TYPE) {
      return general;
    }
    // A label that borrows its words borrows those of the record type, too.
    Optional<Words> variant = variant(label);
    return variant.isPresent() || !shares(general) ? variant : general;
  }

  private static boolean shares(Optional<Words> words) {
    return words.filter(w -> w.kind() == Words.Kind.SHARES).isPresent();
  }

  private Words effective(LabelMapping label) {
    return variant(label).orElseGet(() -> label.words(side));
  }

  private Optional<Words> variant(LabelMapping label) {
    return type.flatMap(t -> label.words(side, t));
  }
}
