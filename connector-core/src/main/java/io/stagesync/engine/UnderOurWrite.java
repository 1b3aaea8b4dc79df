package io.stagesync.engine;

import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.state.Intent;
import io.stagesync.vocabulary.RawValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a field's history tells of the value that a write of ours fell on. Pure. */
final class UnderOurWrite {
  private UnderOurWrite() {}

  /** For each field of a write that fell on an edit: what the person had set there. */
  static Map<Intent.Part, Reading> lost(Intent intent, List<FieldChange> history) {
    var lost = new HashMap<Intent.Part, Reading>();
    for (Intent.Part part : intent.fields()) {
      edit(part.write(), sinceIt(intent, part, history)).ifPresent(edit -> lost.put(part, edit));
    }
    return lost;
  }

  /**
   * What a write fell on, when that is not what it expected. Only where our write is the newest
   * entry: an edit made after it stands for itself. A blank that a person made is an edit like any
   * other, also where our clear fell on it.
   */
  static Optional<Reading> edit(FieldWrite write, List<FieldChange> newestFirst) {
    if (newestFirst.isEmpty() || !newestFirst.get(0).to().equals(wanted(write))) {
      return Optional.empty();
    }
    var expected = write.expected().map(Reading::of).orElse(Reading.BLANK);
    for (FieldChange change : newestFirst.subList(1, newestFirst.size())) {
      boolean ourClear =
          write.clearFirst() && change.to().equals(Reading.BLANK) && change.by().ours();
      if (change.to().equals(expected)) {
        return Optional.empty();
      }
      if (!ourClear) {
        return change.by().ours() ? Optional.empty() : Optional.of(change.to());
      }
    }
    return Optional.empty();
  }

  /** What a field of a write shows by its history, which has to tell of it. */
  static Reading newest(Intent.Part part, List<FieldChange> history) {
    return own(part, history).get(0).to();
  }

  /** What a field showed before our clear; where that fell on an edit, the edit. */
  static Optional<RawValue> clear(Intent.Part part, List<FieldChange> history) {
    var own = own(part, history);
    return own.stream()
        .limit(2)
        .skip(1)
        .filter(c -> own.get(0).by().ours() && own.get(0).to().equals(Reading.BLANK))
        .filter(c -> !c.by().ours())
        .flatMap(c -> c.to().value().stream())
        .findFirst()
        .or(() -> part.write().expected());
  }

  /** Whether a person emptied the field, before a clear of ours or after it, and it stayed so. */
  static boolean emptiedByAPerson(Intent.Part part, List<FieldChange> history) {
    return own(part, history).stream()
        .limit(1)
        .anyMatch(c -> !c.by().ours() && c.to().equals(Reading.BLANK));
  }

  /** What the field shows once it is written. */
  static Reading wanted(FieldWrite write) {
    return write.value().map(Reading::of).orElse(Reading.BLANK);
  }

  /**
   * The field's history down from this very write; empty where a person edited the field since.
   * What we did to the field afterwards (a clear to put the edit back, a set that undid it, a later
   * write that knew nothing of the edit) says nothing of what the write fell on.
   */
  private static List<FieldChange> sinceIt(
      Intent intent, Intent.Part part, List<FieldChange> history) {
    var own = own(part, history);
    var wanted = wanted(part.write());
    int write = own.size();
    for (int i = 0; i < own.size(); i++) {
      var change = own.get(i);
      if (!change.by().ours() || change.at().isBefore(intent.readAt())) {
        break;
      }
      write = change.to().equals(wanted) ? i : write;
    }
    return own.subList(write, own.size());
  }

  private static List<FieldChange> own(Intent.Part part, List<FieldChange> history) {
    return history.stream().filter(c -> c.field().equals(part.write().field())).toList();
  }
}
