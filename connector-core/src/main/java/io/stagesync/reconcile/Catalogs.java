package io.stagesync.reconcile;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Side;

/** What both sides accept just now. */
public record Catalogs(Catalog salesforce, Catalog hubspot) {
  /** What a side accepts. */
  public Catalog on(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }
}
