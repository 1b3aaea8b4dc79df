package io.stagesync.app.cli;

import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Story;
import picocli.CommandLine.Mixin;

/** A command about one person, whom the store has to know. */
abstract class OnePerson extends Command {
  @Mixin private final Who who = new Who();

  OnePerson(Scene scene) {
    super(scene);
  }

  /** Carries the command out for a person who is known, and returns its exit code. */
  abstract int run(Assembly assembly, Story story);

  @Override
  int run(Assembly assembly) {
    var story = who.story(assembly);
    if (story.isEmpty()) {
      terminal().err().print(who.unknown(assembly, options.showPii) + "\n");
      return ExitCode.FAILED;
    }
    return run(assembly, story.get());
  }
}
