package io.stagesync.drift;

import static io.stagesync.drift.Weight.BREAKING;
import static io.stagesync.drift.Weight.HARMLESS;
import static io.stagesync.drift.Weight.NOTABLE;

import io.stagesync.drift.Change.Kind;
import io.stagesync.mapping.Clears;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares one field of a track, as a whole: whether it is there, of what type, what we may do. */
final class FieldComparison {
  private final TrackMapping track;
  private final FieldName field;
  private final List<Change> changes = new ArrayList<>();

  private FieldComparison(TrackMapping track, FieldName field) {
    this.track = track;
    this.field = field;
  }

  /** That a field that was approved is not there. */
  static Change gone(TrackMapping track, FieldName field) {
    return new FieldComparison(track, field)
        .change(
            Kind.FIELD_GONE,
            BREAKING,
            "the field is gone, or our user may not see it any more",
            "Bring it back, give our user access to it, or name another field in the mapping.");
  }

  /** What is different in the field as a whole, not in its values. */
  static List<Change> of(
      TrackMapping track, FieldName field, FieldCatalog before, FieldCatalog after) {
    var comparison = new FieldComparison(track, field);
    comparison.type(before.shape().type(), after.shape().type());
    comparison.rights(before, after);
    comparison.blank(before, after);
    comparison.history(before, after);
    comparison.byDefault(before.shape().byDefault(), after.shape().byDefault());
    return comparison.changes;
  }

  private void type(String before, String after) {
    if (!before.equals(after) && !before.isEmpty() && !after.isEmpty()) {
      add(
          Kind.TYPE,
          BREAKING,
          "the field's type was " + before + " and is " + after,
          "Look whether the mapping still means the same; then `stagesync drift --accept`.");
    }
  }

  private void rights(FieldCatalog before, FieldCatalog after) {
    if (before.writable() == after.writable()) {
      return;
    }
    if (after.writable()) {
      add(Kind.RIGHTS, HARMLESS, "our user may write it now", "");
    } else {
      add(
          Kind.RIGHTS,
          reliance().isWritten() ? BREAKING : HARMLESS,
          "our user may not write it any more",
          reliance().isWritten()
              ? "Give our user edit access to the field, or set `direction: to-"
                  + field.side().other().key()
                  + "`."
              : "");
    }
  }

  private void blank(FieldCatalog before, FieldCatalog after) {
    if (before.clearable() == after.clearable()) {
      return;
    }
    if (after.clearable()) {
      add(Kind.BLANK, HARMLESS, "it may be blank now", "");
    } else {
      boolean propagates = track.clears() == Clears.PROPAGATE && reliance().isWritten();
      add(
          Kind.BLANK,
          propagates ? BREAKING : NOTABLE,
          "it may not be blank any more",
          propagates ? "Write `clears: refill`." : "");
    }
  }

  private void history(FieldCatalog before, FieldCatalog after) {
    if (before.keepsHistory() != after.keepsHistory()) {
      boolean kept = after.keepsHistory();
      add(
          Kind.HISTORY,
          kept ? HARMLESS : NOTABLE,
          kept ? "its history is kept now" : "its history is not kept any more",
          kept
              ? ""
              : "Turn field history on again: without it, who moved last is often not known.");
    }
  }

  private void byDefault(Optional<RawValue> before, Optional<RawValue> after) {
    if (!before.equals(after)) {
      boolean known = after.map(reliance()::speaksOf).orElse(true);
      add(
          Kind.DEFAULT,
          known ? HARMLESS : NOTABLE,
          "the default of a new record was " + shown(before) + " and is " + shown(after),
          known ? "" : "Say in the mapping what " + shown(after) + " means.");
    }
  }

  private static String shown(Optional<RawValue> value) {
    return value.map(v -> '"' + v.text() + '"').orElse("blank");
  }

  private Reliance reliance() {
    Side side = field.side();
    return new Reliance(track, side);
  }

  private void add(Kind kind, Weight weight, String text, String advice) {
    changes.add(change(kind, weight, text, advice));
  }

  private Change change(Kind kind, Weight weight, String text, String advice) {
    return new Change(
        kind,
        weight,
        track.track(),
        field,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text,
        advice);
  }
}
