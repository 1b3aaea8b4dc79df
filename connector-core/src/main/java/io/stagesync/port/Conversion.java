package io.stagesync.port;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a lead was converted, and what its opportunities say.
 *
 * @param converted what {@code Lead.IsConverted} says
 * @param evidence {@link Evidence#NONE} for a lead that was not converted
 * @param contact the contact that the lead became
 * @param account that contact's account
 * @param opportunity the opportunity that the evidence rests on
 * @param on the day of the conversion, where it is known; it tells conversions of one person apart
 */
public record Conversion(
    boolean converted,
    Evidence evidence,
    Optional<RecordId> contact,
    Optional<RecordId> account,
    Optional<RecordId> opportunity,
    Optional<LocalDate> on) {
  /** A lead that was not converted. */
  public static final Conversion NOT_CONVERTED =
      new Conversion(
          false,
          Evidence.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
