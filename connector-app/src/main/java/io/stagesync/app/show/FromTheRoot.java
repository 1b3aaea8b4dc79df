package io.stagesync.app.show;

import java.nio.file.Path;
import java.util.Map;

/**
 * Names files as a code host knows them: from the root of the repository, with slashes.
 *
 * @param root the folder that the repository lies in
 */
public record FromTheRoot(Path root) {
  public FromTheRoot {
    root = root.toAbsolutePath().normalize();
  }

  /** GitHub's runner says where the repository lies; else it is where the program was called. */
  public static FromTheRoot of(Map<String, String> environment) {
    return new FromTheRoot(Path.of(environment.getOrDefault("GITHUB_WORKSPACE", "")));
  }

  /** A file outside of the repository keeps the name that the user gave it. */
  public String name(String file) {
    var whole = Path.of(file).toAbsolutePath().normalize();
    var inside = whole.startsWith(root) ? root.relativize(whole) : null;
    return (inside == null ? file : inside.toString()).replace('\\', '/');
  }
}
