package io.stagesync.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the memory lies.
 *
 * @param url a JDBC address; may hold a password
 */
public record StorePlace(String url) {
  static final String SQLITE = "jdbc:sqlite:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** An embedded store in a file. */
  public static StorePlace of(Path file) {
    return new StorePlace(SQLITE + file);
  }

  /** The file of an embedded store; empty for a server. */
  public Optional<Path> file() {
    if (!url.startsWith(SQLITE)) {
      return Optional.empty();
    }
    var path = url.substring(SQLITE.length());
    int options = path.indexOf('?');
    return Optional.of(Path.of(options < 0 ? path : path.substring(0, options)));
  }

  /** The same store with a relative file taken from a folder. */
  StorePlace in(Path folder) {
    return file()
        .map(
            f -> {
              var options = url.indexOf('?');
              return new StorePlace(
                  SQLITE
                      + folder.resolve(f).normalize()
                      + (options < 0 ? "" : url.substring(options)));
            })
        .orElse(this);
  }

  /** The address without what follows the question mark, which may hold a password. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }
}
