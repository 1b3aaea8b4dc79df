package io.stagesync.app.show;

import io.stagesync.drift.Change;
import io.stagesync.engine.DriftReport.Concerned;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a word that went is dealt with in two steps: both words are read, people move once under a
 * plan, the old word is retired.
 *
 * @param entry the entry for {@code changed-labels}; where nobody can guess the new word, it is to
 *     be filled in
 * @param steps what to do, in order
 */
record RenameProposal(String entry, List<String> steps) {
  private static final String FILL_IN = "THE NEW WORD";

  RenameProposal {
    steps = List.copyOf(steps);
  }

  /** A proposal for a change of a word that the file uses. */
  static Optional<RenameProposal> of(Concerned concerned, String file) {
    var change = concerned.change();
    boolean went =
        change.kind() == Change.Kind.RENAMED
            || change.kind() == Change.Kind.REMOVED
            || change.kind() == Change.Kind.DEACTIVATED;
    return change
        .was()
        .filter(was -> went && change.isBreaking())
        .map(was -> of(concerned, was, file));
  }

  private static RenameProposal of(Concerned concerned, RawValue was, String file) {
    var change = concerned.change();
    var old = MappingFile.word(was);
    var now = change.now().map(MappingFile::word);
    var entry =
        "- { track: "
            + change.track()
            + ", "
            + change.field().side().key()
            + ": "
            + old
            + ", now: "
            + now.orElse(FILL_IN)
            + " }";
    var first =
        "In "
            + file
            + lines(concerned.mentions().words(), ", line ")
            + " write `"
            + now.orElse(FILL_IN)
            + "` in place of `"
            + old
            + "`, and under `changed-labels`:";
    var second =
        "Both words are read from then on and the track goes on. `stagesync preview` and `stagesync"
            + " plan --out plan.json` show who gets the new word; `stagesync apply plan.json"
            + " --approve` writes it once.";
    var third =
        "When nobody holds \""
            + was
            + "\" any more, delete the entry. Look first where else it is"
            + " named: `stagesync drift --references DIR --value \""
            + was
            + "\"`.";
    return new RenameProposal(entry, List.of(first, second, third));
  }

  private static String lines(List<Integer> lines, String before) {
    return lines.isEmpty()
        ? ""
        : lines.stream().map(String::valueOf).collect(Collectors.joining(", ", before, ""));
  }
}
