package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.show.Lines;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What was done to begin: told to people as it happens, and kept for the one object. */
final class Beginning {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final Consumer<String> people;

  /**
   * @param forPrograms whether nothing is said before the one object
   */
  Beginning(Lines lines, boolean forPrograms) {
    this.people = forPrograms ? line -> {} : lines::say;
    for (var list : new String[] {"written", "kept", "notes", "missing"}) {
      json.putArray(list);
    }
  }

  /**
   * A file was written.
   *
   * @param what what it is for, after a comma; may be blank
   */
  void wrote(Path file, String what) {
    json.withArray("written").add(file.toString());
    people.accept("Wrote " + file + what + ".");
  }

  /** A file was there and stays. */
  void kept(Path file) {
    json.withArray("kept").add(file.toString());
    people.accept("Kept " + file + " (--force writes it anew).");
  }

  /** Something that people should know. */
  void note(String sentence) {
    json.withArray("notes").add(sentence);
    people.accept(sentence);
  }

  /** The store is there. */
  void store(String place, boolean wasThere) {
    json.put("store", place).put("created", !wasThere);
    people.accept((wasThere ? "Kept the store " : "Created the store ") + place + ".");
    people.accept("Next: `stagesync doctor`, `stagesync check --live`, then `stagesync plan`.");
  }

  /** The store has to wait, because something is missing. */
  void missing(Iterable<String> things) {
    people.accept("The store is created once the config is complete. Still missing:");
    for (var thing : things) {
      json.withArray("missing").add(thing);
      people.accept("  " + thing);
    }
    people.accept("Set these, then run `stagesync init` again.");
  }

  /** The one object. */
  ObjectNode json() {
    return json;
  }
}
