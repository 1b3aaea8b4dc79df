package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.proof.Certificate;
import io.stagesync.proof.Counterexample;
import io.stagesync.proof.Law;
import io.stagesync.proof.Proven;
import io.stagesync.vocabulary.Track;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was proven of a mapping file, for people and for programs.
 *
 * @param proven what became of it
 * @param took how long it took
 */
public record ProofText(Proven proven, Duration took) {

  /** Prints the certificate; a counterexample is told as a problem of the file. */
  public void to(Lines lines) {
    if (proven.counterexample().isPresent()) {
      return;
    }
    Certificate certificate = proven.certificate();
    lines.say(
        String.format(
            Locale.ROOT,
            "Proven in %.2f s: %,d states, each followed until it rests.",
            took.toMillis() / 1000.0,
            certificate.states()));
    certificate.joined().forEach(group -> lines.say("  " + told(group)));
    for (Law law : Law.values()) {
      Long checks = certificate.checks().get(law);
      if (checks != null && checks > 0) {
        lines.say(String.format(Locale.ROOT, "  %,12d x  %s", checks, law.sentence()));
      }
    }
  }

  /** What was looked at in tracks that are joined; never silent about what was not. */
  private static String told(Certificate.OfJoined group) {
    String tracks =
        group.tracks().stream().map(Track::name).sorted().collect(Collectors.joining(", "));
    String left =
        group.leftOut() == 0
            ? "all that differ in what these tracks ask of one another"
            : String.format(
                Locale.ROOT, "%,d more were too many and not looked at", group.leftOut());
    return String.format(
        Locale.ROOT, "%s together: %,d of these states, %s", tracks, group.states(), left);
  }

  /** All counts, or the counterexample. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    Certificate certificate = proven.certificate();
    json.put("proven", proven.counterexample().isEmpty())
        .put("milliseconds", took.toMillis())
        .put("states", certificate.states())
        .put("decided", certificate.decided());
    var laws = json.putObject("laws");
    for (Law law : Law.values()) {
      laws.put(key(law), certificate.checks().getOrDefault(law, 0L));
    }
    var tracks = json.putArray("tracks");
    for (var track : certificate.tracks()) {
      tracks
          .addObject()
          .put("track", track.track().name())
          .put("words", track.words())
          .put("states", track.states())
          .put("converted", track.converted())
          .put("decided", track.decided());
    }
    var joined = json.putArray("joined");
    for (var group : certificate.joined()) {
      var one =
          joined
              .addObject()
              .put("states", group.states())
              .put("orders", group.orders())
              .put("oneByOne", group.oneByOne())
              .put("leftOut", group.leftOut());
      var names = one.putArray("tracks");
      group.tracks().forEach(track -> names.add(track.name()));
    }
    proven.counterexample().ifPresent(broken -> json.set("counterexample", json(broken)));
    return json;
  }

  private static ObjectNode json(Counterexample broken) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("law", key(broken.law())).put("start", broken.start()).put("round", broken.round());
    var steps = json.putArray("steps");
    broken.steps().forEach(steps::add);
    var labels = json.putArray("labels");
    broken.labels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            track ->
                track
                    .getValue()
                    .forEach(
                        label ->
                            labels
                                .addObject()
                                .put("track", track.getKey().name())
                                .put("label", label.name())));
    var rules = json.putArray("ruleLines");
    broken.ruleLines().forEach(rules::add);
    return json;
  }

  private static String key(Law law) {
    return law.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
