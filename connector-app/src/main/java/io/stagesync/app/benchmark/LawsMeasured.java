package io.stagesync.app.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.show.Lines;
import io.stagesync.app.show.ProofText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What the proof of a large mapping file cost.
 *
 * @param of the file's size
 * @param rules how many rules it has
 * @param file where it lies
 * @param read how long it took to be read
 * @param proof what was proven, and how long that took
 */
public record LawsMeasured(LargeMapping of, int rules, Path file, Duration read, ProofText proof) {

  /** Whether the file keeps the laws; where not, its time says nothing. */
  public boolean holds() {
    return proof.proven().counterexample().isEmpty();
  }

  /** Prints it for people. */
  public void to(Lines out) {
    out.say(
        String.format(
            Locale.ROOT,
            "%s: tracks %d, labels of each %d, rules in chains of three tracks %d.",
            file,
            of.tracks(),
            of.labels(),
            rules));
    out.say(
        String.format(
            Locale.ROOT,
            "%d cores, Java %s. Read in %.2f s.",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            read.toMillis() / 1e3));
    proof.to(out);
    proof
        .proven()
        .counterexample()
        .ifPresent(
            broken -> out.say("It breaks a law, so the time says nothing: " + broken.told()));
  }

  /** The one object for programs. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString())
        .put("tracks", of.tracks())
        .put("labels", of.labels())
        .put("chains", of.chains())
        .put("rules", rules)
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("read-milliseconds", read.toMillis());
    json.set("proof", proof.json());
    return json;
  }
}
