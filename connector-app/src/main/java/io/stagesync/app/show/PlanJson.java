package io.stagesync.app.show;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.plan.HeaderJson;
import io.stagesync.app.plan.RowJson;
import io.stagesync.engine.HeldRow;
import io.stagesync.engine.Plan;
import io.stagesync.mapping.Agreement;
import io.stagesync.net.Redaction;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A plan for programs: one object with what it says before its rows, its rows, and what is held.
 * Rows go out as they come, however many they are.
 *
 * @param approved who agreed on the mapping file that it was made with; empty: it does not say
 * @param showPii whether addresses that stand in sentences are shown whole
 */
public record PlanJson(Plan plan, Optional<Agreement> approved, boolean showPii) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** Prints it. */
  public void to(PrintStream out) {
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> entry : HeaderJson.of(plan.header()).properties()) {
        json.writeFieldName(entry.getKey());
        json.writeTree(entry.getValue());
      }
      if (approved.isPresent()) {
        json.writeFieldName("approved");
        json.writeTree(new AgreementText(approved.get()).json());
      }
      json.writeArrayFieldStart("rows");
      plan.rows(row -> write(json, RowJson.of(row)));
      json.writeEndArray();
      json.writeArrayFieldStart("held");
      plan.held(row -> write(json, held(row)));
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("the plan cannot be printed", e);
    }
    out.print("\n");
    out.flush();
  }

  private JsonNode held(HeldRow row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("lead", row.lead().text())
        .put("contact", row.contact().text())
        .put("track", row.track().name())
        .put("outcome", RunJson.word(row.reason().outcome()))
        .put("reason", row.reason().name())
        .put("why", shown(row.why()))
        .put("release", shown(row.release()));
  }

  private String shown(String text) {
    return showPii ? text : Redaction.maskEmails(text);
  }

  private static void write(JsonGenerator json, JsonNode node) {
    try {
      json.writeTree(node);
    } catch (IOException e) {
      throw new UncheckedIOException("the plan cannot be printed", e);
    }
  }
}
