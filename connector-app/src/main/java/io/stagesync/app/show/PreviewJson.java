package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.plan.HeaderJson;
import io.stagesync.engine.Preview;
import io.stagesync.engine.Preview.Standing;
import io.stagesync.net.Redaction;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What a mapping file would do, for programs.
 *
 * @param showPii whether addresses that stand in values and sentences are shown whole
 */
public record PreviewJson(Preview preview, boolean showPii) {

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    var ground = preview.ground();
    json.put("live", ground.live());
    json.put("same-meaning", ground.sameMeaning());
    json.put("read-by-run", ground.asOf());
    json.put("pairs", preview.pairs());
    json.put("writes", preview.writes());
    json.put("for-approval", preview.forApproval());
    json.put("open-by-history", preview.openByHistory());
    moves(json.putArray("moves"));
    var renamings = json.putArray("renamings");
    for (var renaming : preview.renamings()) {
      renamings
          .addObject()
          .put("track", renaming.track().name())
          .put("was", renaming.was().name())
          .put("now", renaming.now().name())
          .put("count", renaming.count());
    }
    var standings = json.putArray("standings");
    preview.standings().forEach(s -> standings.add(of(s)));
    var effects = json.putArray("side-effects");
    preview.sideEffects().forEach(effect -> effects.add(HeaderJson.of(effect)));
    var calls = json.putObject("calls");
    preview.calls().forEach((side, n) -> calls.put(side.key(), n));
    var unread = json.putObject("unread");
    new TreeMap<>(ground.unread())
        .forEach(
            (track, fields) -> {
              var names = unread.putArray(track.name());
              fields.forEach(f -> names.add(f.side().key() + "." + f.path()));
            });
    var paused = json.putObject("paused");
    new TreeMap<>(ground.paused()).forEach((track, why) -> paused.put(track.name(), why));
    var dropped = json.putObject("dropped");
    new TreeMap<>(preview.dropped()).forEach((track, n) -> dropped.put(track.name(), n));
    preview
        .limit()
        .ifPresentOrElse(
            limit -> json.set("limit", HeaderJson.of(limit)), () -> json.putNull("limit"));
    return json;
  }

  private void moves(ArrayNode moves) {
    for (var move : preview.moves()) {
      var one =
          moves
              .addObject()
              .put("side", move.side().key())
              .put("track", move.track().name())
              .put("was", shown(move.was()))
              .put("now", shown(move.now()))
              .put("count", move.count())
              .put("for-change", move.forChange());
      var first = one.putArray("first");
      for (var row : move.first()) {
        first
            .addObject()
            .put("lead", row.lead().text())
            .put("contact", row.contact().text())
            .put("reason", row.reason().name())
            .put("why", shown(row.why()));
      }
    }
  }

  private String shown(String text) {
    return showPii ? text : Redaction.maskEmails(text);
  }

  private ObjectNode of(Standing s) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("track", s.track().name())
        .put("reason", s.reason().name())
        .put("outcome", s.reason().outcome().name().toLowerCase(Locale.ROOT))
        .put("before", s.before())
        .put("after", s.after())
        .put("entered", s.entered())
        .put("left", s.left());
    var first = json.putArray("first");
    for (var row : s.first()) {
      first
          .addObject()
          .put("lead", row.lead().text())
          .put("contact", row.contact().text())
          .put("why", shown(row.why()))
          .put("release", shown(row.release()));
    }
    return json;
  }
}
