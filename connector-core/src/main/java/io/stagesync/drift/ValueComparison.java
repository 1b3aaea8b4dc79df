package io.stagesync.drift;

import static io.stagesync.drift.Weight.BREAKING;
import static io.stagesync.drift.Weight.HARMLESS;
import static io.stagesync.drift.Weight.NOTABLE;

import io.stagesync.drift.Change.Kind;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.rename.Guess;
import io.stagesync.mapping.rename.Hint;
import io.stagesync.mapping.rename.Lineup;
import io.stagesync.mapping.rename.Renames;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the values of one field: those that went, came, are shown or offered otherwise. */
final class ValueComparison {
  private final TrackMapping track;
  private final FieldName field;
  private final FieldCatalog before;
  private final FieldCatalog after;
  private final Moves moves;
  private final Reliance reliance;
  private final List<Change> changes = new ArrayList<>();

  private ValueComparison(
      TrackMapping track, FieldName field, FieldCatalog before, FieldCatalog after, Moves moves) {
    this.track = track;
    this.field = field;
    this.before = before;
    this.after = after;
    this.moves = moves;
    this.reliance = new Reliance(track, field.side());
  }

  /**
   * What is different in the values.
   *
   * @param wereConverted the statuses that were converted ones; empty where the field has none
   * @param converted the statuses that are converted ones now
   * @param moves tells how many people went from one value to another
   */
  static List<Change> of(
      TrackMapping track,
      FieldName field,
      FieldCatalog before,
      FieldCatalog after,
      Set<RawValue> wereConverted,
      Set<RawValue> converted,
      Moves moves) {
    var comparison = new ValueComparison(track, field, before, after, moves);
    comparison.wentAndCame(converted);
    comparison.retired();
    comparison.flags(wereConverted, converted);
    comparison.offers();
    comparison.order();
    comparison.labels();
    return comparison.changes;
  }

  private void wentAndCame(Set<RawValue> converted) {
    var renames = renames();
    var came = new ArrayList<>(after.values());
    came.removeAll(before.values());
    for (RawValue old : before.values()) {
      if (after.values().contains(old)) {
        continue;
      }
      var guess = Optional.ofNullable(renames.get(old));
      if (guess.isPresent()) {
        came.remove(guess.get().now());
        renamed(old, guess.get());
      } else {
        went(old);
      }
    }
    came.forEach(value -> came(value, converted));
  }

  /** A value that is still there, inactive, was not renamed; one that is back is not new. */
  private Map<RawValue, Guess> renames() {
    var went = new ArrayList<>(before.values());
    went.removeAll(after.values());
    went.removeAll(after.shape().inactive());
    var came = new ArrayList<>(after.values());
    came.removeAll(before.values());
    came.removeAll(before.shape().inactive());
    return Renames.of(
        Lineup.of(before, went),
        Lineup.of(after, came),
        (was, now) -> moves.count(track.track(), field, was, now));
  }

  private static String label(FieldCatalog field, RawValue value) {
    return field.displayLabels().getOrDefault(value, value.text());
  }

  private void renamed(RawValue old, Guess guess) {
    boolean relabelled = !label(before, old).equals(label(after, guess.now()));
    add(
        Kind.RENAMED,
        lost(old),
        Optional.of(old),
        Optional.of(guess.now()),
        Optional.of(guess.hint()),
        name()
            + " "
            + quoted(old)
            + " -> "
            + quoted(guess.now())
            + (relabelled ? " (label also changed)" : " (label unchanged)")
            + ", as it seems: "
            + guess.hint().words(),
        "");
  }

  private void went(RawValue old) {
    boolean inactive = after.shape().inactive().contains(old);
    add(
        inactive ? Kind.DEACTIVATED : Kind.REMOVED,
        lost(old),
        Optional.of(old),
        Optional.empty(),
        Optional.empty(),
        inactive
            ? quoted(old) + " is inactive now: records may hold it, and nobody can choose it"
            : quoted(old) + " is not in the list any more",
        "");
  }

  private Weight lost(RawValue old) {
    if (reliance.leansOn(old, after::knows)) {
      return BREAKING;
    }
    return reliance.label(old).isPresent() ? NOTABLE : HARMLESS;
  }

  private void came(RawValue value, Set<RawValue> converted) {
    boolean back = before.shape().inactive().contains(value);
    boolean readAsConverted = converted.contains(value) && reliance.readsConverted();
    boolean known = readAsConverted || reliance.speaksOf(value);
    add(
        back ? Kind.REACTIVATED : Kind.NEW_VALUE,
        known ? HARMLESS : NOTABLE,
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        (back ? "active again: " : "new value ")
            + quoted(value)
            + reliance.label(value).map(l -> ", which the file reads as " + l).orElse("")
            + (known ? "" : ", of which the file does not say what it means"),
        known
            ? ""
            : "Add it to a label's words, or to `ignored: { "
                + field.side().key()
                + ": [...] }`. Until then people who have it are held.");
  }

  /** Values that stay accepted and are hidden from people, or shown again. */
  private void retired() {
    for (RawValue value : after.values()) {
      boolean was = before.shape().inactive().contains(value);
      boolean is = after.shape().inactive().contains(value);
      if (before.values().contains(value) && was != is) {
        add(
            is ? Kind.DEACTIVATED : Kind.REACTIVATED,
            is && reliance.label(value).isPresent() ? NOTABLE : HARMLESS,
            Optional.of(value),
            Optional.empty(),
            Optional.empty(),
            quoted(value) + (is ? " is hidden from people now" : " is shown to people again"),
            "");
      }
    }
  }

  private void flags(Set<RawValue> were, Set<RawValue> are) {
    for (RawValue value : after.values()) {
      if (before.values().contains(value) && were.contains(value) != are.contains(value)) {
        flag(value, are.contains(value));
      }
    }
  }

  private void flag(RawValue value, boolean converted) {
    boolean word = reliance.label(value).isPresent();
    boolean breaks = converted ? word : reliance.readsConverted() && !reliance.speaksOf(value);
    add(
        Kind.CONVERTED_FLAG,
        breaks ? BREAKING : HARMLESS,
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        quoted(value)
            + (converted ? " is a converted status now" : " is no converted status any more"),
        breaks
            ? converted
                ? "A converted status is never written: take it out of the label's words; a label"
                    + " with `{ converted-status: any }` reads it."
                : "Say in the mapping what it means now, or list it under `ignored`."
            : "");
  }

  private void offers() {
    var types = new TreeSet<RecordType>(before.offered().keySet());
    types.addAll(after.offered().keySet());
    for (RecordType type : types) {
      var was = before.offered().get(type);
      var is = after.offered().get(type);
      if (was != null && is != null) {
        for (RawValue value : after.values()) {
          if (before.values().contains(value) && was.contains(value) != is.contains(value)) {
            offer(type, value, is.contains(value));
          }
        }
      }
    }
  }

  private void offer(RecordType type, RawValue value, boolean offered) {
    boolean matters = !offered && reliance.label(value).isPresent();
    add(
        Kind.OFFER,
        matters ? NOTABLE : HARMLESS,
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        "record type "
            + type
            + (offered ? " offers " : " does not offer ")
            + quoted(value)
            + (offered ? " now" : " any more"),
        matters ? "Leads of that type are held where it would be written." : "");
  }

  private void order() {
    var stayed = before.values().stream().filter(after.values()::contains).toList();
    var now = after.values().stream().filter(before.values()::contains).toList();
    if (!stayed.equals(now)) {
      add(
          Kind.ORDER,
          after.forwardOnly() ? NOTABLE : HARMLESS,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "another order: "
              + after.values().stream().map(RawValue::text).collect(Collectors.joining(", ")),
          after.forwardOnly()
              ? "HubSpot's own order says which step is backward and costs two writes; `stagesync"
                  + " check --live` compares it with the ranks."
              : "");
    }
  }

  private void labels() {
    for (RawValue value : after.values()) {
      var was = label(before, value);
      var is = label(after, value);
      if (before.values().contains(value) && !was.equals(is)) {
        add(
            Kind.LABEL,
            HARMLESS,
            Optional.of(value),
            Optional.empty(),
            Optional.empty(),
            "label \""
                + was
                + "\" -> \""
                + is
                + "\" ("
                + name()
                + " "
                + quoted(value)
                + " unchanged)",
            "");
      }
    }
  }

  /** What a raw value is called on this side's screens. */
  private String name() {
    return field.side() == Side.SALESFORCE ? "API name" : "internal value";
  }

  private static String quoted(RawValue value) {
    return '"' + value.text() + '"';
  }

  private void add(
      Kind kind,
      Weight weight,
      Optional<RawValue> was,
      Optional<RawValue> now,
      Optional<Hint> hint,
      String text,
      String advice) {
    changes.add(new Change(kind, weight, track.track(), field, was, now, hint, text, advice));
  }
}
