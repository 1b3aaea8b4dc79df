package io.stagesync.reconcile;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;

/**
 * What both sides accept just now.
 *
 * @param paused the tracks in which nothing is written while what a CRM accepts does not fit the
 *     mapping, each with the reason, a clause for people
 */
public record Catalogs(Catalog salesforce, Catalog hubspot, Map<Track, String> paused) {
  public Catalogs {
    paused = Map.copyOf(paused);
  }

  /** Catalogs that fit: no track is paused. */
  public Catalogs(Catalog salesforce, Catalog hubspot) {
    this(salesforce, hubspot, Map.of());
  }

  /** What a side accepts. */
  public Catalog on(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }
}
