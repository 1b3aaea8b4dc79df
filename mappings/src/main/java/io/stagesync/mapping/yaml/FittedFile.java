package io.stagesync.mapping.yaml;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.mapping.live.LiveRenames;
import io.stagesync.mapping.rename.Guess;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A mapping file fitted to the values that two CRMs really have: a first table. Every line that was
 * touched, or that a person has to decide on, ends with a comment that begins with {@code
 * suggested}. Keys, ranks, rules and the file's own comments stay as they are, and no value is ever
 * given a meaning that its name does not suggest.
 *
 * @param text the fitted text; it loads wherever the given one did
 * @param suggestions how many lines are marked
 */
public record FittedFile(String text, int suggestions) {
  /** What every mark begins with. */
  public static final String MARK = "# suggested: ";

  /**
   * Fits a file.
   *
   * @param text a mapping file that loads; another one is given back as it is
   */
  public static FittedFile of(String text, Catalog salesforce, Catalog hubspot) {
    var problems = new Problems("mapping.yaml");
    var loaded = MappingFile.parse("mapping.yaml", text).mapping();
    var top = new SourceText(problems).check(text).flatMap(new YamlReader(problems)::read);
    if (loaded.isEmpty() || top.isEmpty()) {
      return new FittedFile(text, 0);
    }
    var edits = new TextEdits(text);
    for (var track : loaded.get().tracks()) {
      var site = top.get().at("tracks", track.track().name());
      for (var catalog : List.of(salesforce, hubspot)) {
        track
            .field(catalog.side())
            .filter(name -> catalog.field(name).filter(f -> !f.values().isEmpty()).isPresent())
            .map(name -> LiveRenames.of(loaded.get(), track, name, catalog))
            .ifPresent(renames -> new Fit(track, catalog, renames, site, edits).fit());
      }
    }
    var fitted = edits.carriedOut();
    if (loads(fitted)) {
      return new FittedFile(fitted, edits.marks());
    }
    // Its tests may name words that were just replaced; they were examples of those words.
    var tests = fitted.indexOf("\ntests:");
    var without = tests < 0 ? fitted : fitted.substring(0, tests + 1) + NO_TESTS;
    return loads(without) ? new FittedFile(without, edits.marks() + 1) : new FittedFile(text, 0);
  }

  /** Nothing in the name speaks for it, so that a person has to say it. */
  private static String perhaps(Guess guess) {
    return "if it was renamed to "
        + TextEdits.word(guess.now())
        + " ("
        + guess.hint().words()
        + "), write that here; if not, ";
  }

  private static final String NO_TESTS =
      MARK + "the shipped tests name words that are not yours, so they were left out\n";

  private static boolean loads(String text) {
    return MappingFile.parse("mapping.yaml", text).mapping().isPresent();
  }

  /** One track on one side. */
  private record Fit(
      TrackMapping track,
      Catalog catalog,
      Map<RawValue, Guess> renames,
      Site site,
      TextEdits edits) {

    void fit() {
      var field = track.field(side()).flatMap(catalog::field).orElseThrow();
      var free = new ArrayList<>(field.values());
      free.removeIf(value -> spokenOf(value));
      for (var label : track.labels()) {
        fit(label, field, free);
      }
      if (!free.isEmpty()) {
        edits.lineBefore(
            site.at("labels").keyPlace(),
            side().displayName()
                + " also has "
                + free.stream().map(TextEdits::word).collect(Collectors.joining(", "))
                + (free.size() == 1 ? "; add it" : "; add each")
                + " to a label, or to `ignored`");
      }
    }

    private boolean spokenOf(RawValue value) {
      return track.ignores(side(), value)
          || catalog.convertedStatuses().contains(value)
          || track.labels().stream().anyMatch(l -> words(l).values().contains(value));
    }

    private void fit(LabelMapping label, FieldCatalog field, List<RawValue> free) {
      var words = words(label).values();
      var there = words.stream().filter(field::knows).toList();
      var place = site.at("labels", label.label().name(), side().key());
      if (words.isEmpty() || there.size() == words.size()) {
        return;
      }
      if (!there.isEmpty()) {
        edits.replace(
            place, there, side().displayName() + " has no " + list(without(words, there)));
        return;
      }
      var guesses = words.stream().map(renames::get).filter(Objects::nonNull).toList();
      var named = guesses.stream().filter(g -> g.hint().isOfTheName()).findFirst();
      if (named.isEmpty()) {
        var perhaps = guesses.stream().findFirst();
        edits.mark(
            place,
            side().displayName()
                + " has no "
                + list(words)
                + "; "
                + perhaps.map(FittedFile::perhaps).orElse("")
                + "create it there, or name another");
        return;
      }
      var now = named.get().now();
      free.remove(now);
      edits.replace(place, List.of(now), side().displayName() + " has this and no " + list(words));
    }

    private static List<RawValue> without(List<RawValue> all, List<RawValue> some) {
      return all.stream().filter(value -> !some.contains(value)).toList();
    }

    private static String list(List<RawValue> values) {
      return values.stream().map(TextEdits::word).collect(Collectors.joining(", "));
    }

    private Words words(LabelMapping label) {
      return label.words(side());
    }

    private Side side() {
      return catalog.side();
    }
  }

  /** Whether nobody has touched a file since it was written from a shipped one. */
  public static boolean asShipped(String text) {
    return MappingFile.PRESETS.stream().anyMatch(name -> MappingFile.presetText(name).equals(text));
  }
}
