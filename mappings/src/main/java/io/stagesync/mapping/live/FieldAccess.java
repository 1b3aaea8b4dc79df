package io.stagesync.mapping.live;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;

/** Whether a field can hold a track's words, and whether our user may do what the track does. */
record FieldAccess(LiveField subject) {

  List<LiveFinding> findings() {
    var found = new ArrayList<LiveFinding>();
    if (!shape().kind().holdsOneWord()) {
      found.add(
          subject.error(
              subject.place(side().key()),
              About.FIELD,
              DiagnosticId.LIVE_FIELD_TYPE,
              path() + " " + holds() + ", and a track's field holds one word",
              "name a " + oneWord() + ", one of " + ClickPath.fields(side())));
    } else if (shape().lock() == FieldShape.Lock.CALCULATED && !subject.written()) {
      found.add(
          subject.warning(
              subject.place(side().key()),
              About.FIELD,
              DiagnosticId.LIVE_FIELD_TYPE,
              path()
                  + " is computed by "
                  + subject.crm()
                  + ": it can change without the record being touched, and then only a full sweep"
                  + " sees it",
              "name a " + oneWord() + ", or run full sweeps as often as you need it"));
    }
    if (subject.written()) {
      write(found);
    }
    return found;
  }

  private void write(List<LiveFinding> found) {
    if (!subject.field().writable()) {
      found.add(
          subject.error(
              subject.place(side().key()),
              About.FIELD,
              DiagnosticId.LIVE_NOT_WRITABLE,
              "our user may not write " + path() + " in " + subject.crm() + because(),
              unlock() + "set `direction: to-" + side().other().key() + "`"));
    }
    if (subject.track().clears() == Clears.PROPAGATE && !subject.field().clearable()) {
      found.add(
          subject.error(
              subject.place("clears"),
              About.FIELD,
              DiagnosticId.LIVE_NOT_CLEARABLE,
              path() + " cannot be empty in " + subject.crm() + ", so a clear cannot go there",
              "write `clears: refill`"));
    }
  }

  private String because() {
    return switch (shape().lock()) {
      case CALCULATED -> ": it is computed";
      case FIELD_PERMISSION -> ": it may see the field and not edit it";
      case RECORD_PERMISSION -> ": it may not edit leads at all";
      case READ_ONLY -> ": " + subject.crm() + " alone sets it";
      case NONE -> "";
    };
  }

  private String unlock() {
    return switch (shape().lock()) {
      case FIELD_PERMISSION -> ClickPath.see(subject.name()) + "; or ";
      case RECORD_PERMISSION -> ClickPath.editLeads() + "; or ";
      case CALCULATED, READ_ONLY -> "name a field that people fill, or ";
      case NONE -> "";
    };
  }

  private String holds() {
    return shape().kind() == FieldShape.Kind.CHOICES
        ? "(" + shape().type() + ") holds several values at once"
        : "is of the type " + shape().type();
  }

  private String oneWord() {
    return side() == Side.SALESFORCE ? "picklist or a text" : "dropdown or a single-line text";
  }

  private String path() {
    return "`" + subject.name().path() + "`";
  }

  private FieldShape shape() {
    return subject.field().shape();
  }

  private Side side() {
    return subject.side();
  }
}
