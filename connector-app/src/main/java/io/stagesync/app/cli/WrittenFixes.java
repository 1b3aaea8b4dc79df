package io.stagesync.app.cli;

import io.stagesync.app.fixes.FixFile;
import io.stagesync.app.fixes.FixFolder;
import io.stagesync.app.fixes.Fixes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of writing fixes.
 *
 * @param folder where
 * @param files what would mend something
 * @param inTheWay files that were there already, so that nothing was written
 */
record WrittenFixes(Path folder, List<FixFile> files, List<Path> inTheWay) {

  static WrittenFixes in(FixFolder folder, List<FixFile> files) {
    var inTheWay = folder.inTheWay(files);
    if (inTheWay.isEmpty()) {
      folder.write(files);
    }
    return new WrittenFixes(folder.folder(), files, inTheWay);
  }

  boolean refused() {
    return !inTheWay.isEmpty();
  }

  Stream<Path> paths() {
    return files.stream().map(file -> folder.resolve(file.path()));
  }

  /** For people. */
  String words() {
    if (refused()) {
      return "No fix was written: "
          + inTheWay.stream().map(Path::toString).collect(Collectors.joining(", "))
          + " is there already. Name another folder, or add --force to write over it.";
    }
    if (files.isEmpty()) {
      return "Nothing to mend, so nothing was written to " + folder + ".";
    }
    int more = files.size() - 1;
    var mend =
        Fixes.mend(files) ? String.format(" and %,d more file%s", more, more == 1 ? "" : "s") : "";
    return "Wrote "
        + folder.resolve(files.get(0).path())
        + mend
        + "; it says what to do. Nothing was applied.";
  }
}
