package io.stagesync.mapping;

/**
 * A way that some labels of a track lie on, beside the way of others: sales works some people by
 * hand and lets others help themselves, and nobody can say which of the two is further.
 *
 * @param name as the file writes it; two branches of one name in one track are one
 */
public record Branch(String name) {
  @Override
  public String toString() {
    return name;
  }
}
