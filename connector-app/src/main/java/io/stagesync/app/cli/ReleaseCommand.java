package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Story;
import io.stagesync.state.Pair;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Lets a person be written again of whom something went back and forth. */
@CommandLine.Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description =
        "Let a person be written again who is held as BOUNCING: a label was written twice within a"
            + " day, and something set it back each time. The next run decides anew.")
final class ReleaseCommand extends OnePerson {
  ReleaseCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly, Story story) {
    var pair = story.pair();
    var released = pair.map(Pair::id).map(assembly.release()::of).orElse(List.of());
    if (options.json) {
      var json = JsonNodeFactory.instance.objectNode();
      pair.ifPresent(p -> json.put("pair", p.id().toString()));
      var tracks = json.putArray("released");
      released.forEach(track -> tracks.add(track.name()));
      print(json);
    } else {
      out().say(words(released));
    }
    return ExitCode.DONE;
  }

  private static String words(List<Track> released) {
    return released.isEmpty()
        ? "Nothing of this person goes back and forth, so there is nothing to release."
        : "Released: "
            + released.stream().map(Track::name).collect(Collectors.joining(", "))
            + ". The next run decides anew.";
  }
}
