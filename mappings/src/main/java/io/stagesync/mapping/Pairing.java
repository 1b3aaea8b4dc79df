package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/**
 * How the two records of one person are found: the first unambiguous match, never a guess.
 *
 * @param by the ways, in the order in which they are tried
 */
public record Pairing(List<By> by) {
  /** Salesforce's id on the contact first, then the e-mail address. */
  public static final Pairing DEFAULT =
      new Pairing(
          List.of(
              new By(Optional.of(new FieldName(Side.HUBSPOT, "contact", "salesforceleadid"))),
              new By(Optional.empty())));

  public Pairing {
    by = List.copyOf(by);
  }

  /**
   * One way to find a pair.
   *
   * @param idField the HubSpot property that holds the lead's id; empty: by e-mail address
   */
  public record By(Optional<FieldName> idField) {}
}
