package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.drift.Change;
import io.stagesync.engine.DriftReport;
import io.stagesync.engine.DriftReport.Concerned;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;
import java.util.Locale;
import java.util.TreeMap;

/** What became of both sides' words, for programs. */
public record DriftJson(DriftReport report) {

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", report.file());
    var changes = json.putArray("changes");
    report.changes().forEach(c -> changes.add(of(c)));
    var misfits = json.putArray("misfits");
    for (var misfit : report.misfits()) {
      var d = misfit.diagnostic();
      misfits
          .addObject()
          .put("track", misfit.track().map(Track::name).orElse(""))
          .put("id", d.id().name())
          .put("file", d.place().file())
          .put("line", d.place().line())
          .put("message", d.message())
          .put("help", d.suggestion());
    }
    var paused = json.putObject("paused");
    new TreeMap<>(report.paused()).forEach((track, why) -> paused.put(track.name(), why));
    var going = json.putArray("going");
    report.going().forEach(track -> going.add(track.name()));
    var approved = json.putObject("approved");
    new TreeMap<FieldName, io.stagesync.state.Vocabularies.Approval>(report.approvals())
        .forEach(
            (field, a) ->
                approved
                    .putObject(field.side().key() + "." + field.path())
                    .put("at", a.at().toString())
                    .put("by", a.how()));
    return json;
  }

  private ObjectNode of(Concerned c) {
    Change change = c.change();
    var json = JsonNodeFactory.instance.objectNode();
    var lines = json.putArray("lines");
    c.mentions().words().forEach(lines::add);
    var rules = json.putArray("rules");
    c.mentions().rules().forEach(rules::add);
    RenameProposal.of(c, report.file())
        .ifPresent(
            proposal -> {
              json.put("changed-labels", proposal.entry());
              var steps = json.putArray("steps");
              proposal.steps().forEach(steps::add);
            });
    return json.put("weight", change.weight().name().toLowerCase(Locale.ROOT))
        .put("kind", change.kind().name())
        .put("track", change.track().name())
        .put("side", change.field().side().key())
        .put("field", change.field().path())
        .put("was", change.was().map(RawValue::text).orElse(null))
        .put("now", change.now().map(RawValue::text).orElse(null))
        .put("guess", change.hint().map(h -> h.words()).orElse(null))
        .put("text", change.text())
        .put("help", change.advice())
        .put("records-with-was", c.withOld())
        .put("records-with-now", c.withNew());
  }
}
