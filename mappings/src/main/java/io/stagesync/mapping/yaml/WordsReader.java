package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a label is said on one side. */
final class WordsReader {
  private final Problems problems;
  private final Scalars scalars;

  WordsReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  /** A word, words, {@code none}, {@code {shares: label}} or {@code {converted-status: any}}. */
  Words read(Site site) {
    if (site.isKeyword("none")) {
      return Words.none();
    }
    return site.isMap() ? special(site) : own(site);
  }

  /** A word or a list of words. */
  Words own(Site site) {
    if (site.isKeyword("none") || site.isMap()) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "only a word or a list of words can stand here",
          "write the words that are written there");
      return Words.none();
    }
    var values = values(site);
    if (site.isList() && site.items().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "an empty list of words says nothing",
          "write a word, or `none`");
    }
    return values.isEmpty() ? Words.none() : Words.own(values);
  }

  /** The raw values of a word or a list, as far as they can be read. */
  List<RawValue> values(Site site) {
    var values = new ArrayList<RawValue>();
    for (var item : site.itemsOrSelf()) {
      scalars.word(item).map(RawValue::new).ifPresent(values::add);
    }
    return values;
  }

  private Words special(Site site) {
    var keys = new Keys(site, problems, "{ shares: mql }", List.of("shares", "converted-status"));
    var shares = keys.get("shares");
    var converted = keys.get("converted-status");
    if (shares.isPresent() && converted.isPresent() || site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "either `shares` or `converted-status` can stand here, and one of them",
          "write a word, a list of words, `none`, `{ shares: label }` or `{ converted-status: any"
              + " }`");
      return Words.none();
    }
    if (converted.isPresent()) {
      scalars.choice(converted.get(), new String[] {"any"}, word -> word);
      return Words.convertedStatus();
    }
    Optional<Label> label = shares.flatMap(scalars::word).map(Label::new);
    return label.map(Words::sharing).orElse(Words.none());
  }
}
