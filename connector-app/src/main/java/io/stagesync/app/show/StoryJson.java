package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.Story;
import io.stagesync.net.Redaction;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's story, for programs.
 *
 * @param showPii whether addresses that stand in sentences are shown whole
 */
public record StoryJson(Story story, boolean showPii) {

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    story
        .pair()
        .ifPresent(
            pair -> {
              json.put("pair", pair.id().number());
              json.put("matched-by", pair.matchedBy());
            });
    if (story.pair().isEmpty()) {
      json.put("why-alone", story.whyAlone());
    }
    record(json, Side.SALESFORCE, story.lead());
    record(json, Side.HUBSPOT, story.contact());
    var attributes = json.putObject("attributes");
    for (var attribute : story.attributes()) {
      var one = attributes.putObject(attribute.name());
      one.put("kind", AttributeWords.kind(attribute.kind()));
      new TreeMap<>(attribute.now())
          .forEach(
              (side, now) -> one.put(side.key(), now.value().map(RawValue::text).orElse(null)));
      attribute
          .first()
          .ifPresent(
              first ->
                  one.putObject("first")
                      .put("value", first.value().text())
                      .put("at", first.at().toString())
                      .put("in", first.side().key()));
    }
    var decisions = json.putObject("decisions");
    new TreeMap<>(story.decisions())
        .forEach(
            (track, d) -> {
              var decision =
                  decisions
                      .putObject(track.name())
                      .put("outcome", RunJson.word(d.reason().outcome()))
                      .put("reason", d.reason().name())
                      .put("from", d.from())
                      .put("to", d.to())
                      .put("why", shown(d.why()))
                      .put("release", shown(d.release()))
                      .put("run", d.run());
              d.base().ifPresent(base -> decision.put("cycle", base.cycle()));
            });
    var waiting = json.putArray("waiting");
    for (var c : story.waiting()) {
      waiting
          .addObject()
          .put("side", c.write().side().key())
          .put("field", c.write().field().path())
          .put("value", c.write().value().map(RawValue::text).orElse(null))
          .put("reason", c.reason().name())
          .put("approved", c.approved());
    }
    json.put("under-way", story.open().size());
    var timeline = json.putArray("timeline");
    story.timeline().forEach(entry -> timeline.add(entry(entry)));
    var campaigns = json.putArray("campaigns");
    for (var m : story.campaigns()) {
      campaigns
          .addObject()
          .put("campaign", m.campaignName())
          .put("status", m.status().map(s -> s.text()).orElse(null))
          .put("responded", m.responded());
    }
    return json;
  }

  private static void record(ObjectNode json, Side side, Optional<SeenRecord> seen) {
    seen.ifPresent(
        r -> {
          var record = json.putObject(side.key());
          record.put("id", r.id().text());
          record.put("presence", r.presence().name().toLowerCase(java.util.Locale.ROOT));
          r.conversion()
              .filter(c -> c.converted())
              .ifPresent(c -> record.put("converted", c.evidence().name()));
          var fields = record.putObject("fields");
          new TreeMap<>(r.fields())
              .forEach(
                  (name, field) ->
                      fields
                          .putObject(name.path())
                          .put("value", field.reading().value().map(RawValue::text).orElse(null))
                          .put("since", field.changedBy().toString())
                          .put("by", field.author()));
        });
  }

  private ObjectNode entry(JournalEntry e) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", e.at().toString())
        .put("kind", e.kind().name().toLowerCase(java.util.Locale.ROOT))
        .put("side", e.side().map(Side::key).orElse(null))
        .put("track", e.track().map(Track::name).orElse(null))
        .put("was", e.was())
        .put("is", e.is())
        .put("text", shown(e.text()))
        .put("by", shown(e.by()))
        .put("run", e.run())
        .put("trace", e.trace());
  }

  private String shown(String text) {
    return showPii ? text : Redaction.maskEmails(text);
  }
}
