package io.stagesync.app.show;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.trial.Tally;
import io.stagesync.trial.Tally.Result;
import io.stagesync.trial.Tried;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What became of tests, for programs: one object with the counts and every test.
 *
 * @param file the mapping file
 */
public record TrialJson(String file, Tally tally) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** Prints it. */
  public void to(PrintStream out) {
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeNumberField("tests", tally.results().size());
      json.writeNumberField("passed", tally.results().size() - tally.failed());
      json.writeNumberField("failed", tally.failed());
      json.writeArrayFieldStart("results");
      for (var result : tally.results()) {
        result(json, result);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("the results cannot be printed", e);
    }
    out.print("\n");
    out.flush();
  }

  private static void result(JsonGenerator json, Result result) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.name());
    json.writeStringField("file", result.place().file());
    json.writeNumberField("line", result.place().line());
    json.writeBooleanField("passed", result.passed());
    if (result.failure().isPresent()) {
      failure(json, result.failure().get());
    }
    json.writeEndObject();
  }

  private static void failure(JsonGenerator json, Tried tried) throws IOException {
    texts(json, "given", tried.given());
    json.writeArrayFieldStart("differences");
    for (var difference : tried.differences()) {
      json.writeStartObject();
      json.writeStringField("what", difference.what());
      json.writeStringField("expected", difference.expected());
      json.writeStringField("got", difference.got());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "why", tried.why());
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
