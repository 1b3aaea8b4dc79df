package io.stagesync.port;

/**
 * One source of changes.
 *
 * @param name unique within its side
 */
public record Feed(String name) {
  @Override
  public String toString() {
    return name;
  }
}
