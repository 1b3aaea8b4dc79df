package io.stagesync.reconcile;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import java.util.Optional;

/**
 * What both sides of a pair last agreed on in one track.
 *
 * @param label the label
 * @param salesforce Salesforce's raw value of that moment; empty: it was blank
 * @param hubspot HubSpot's raw value of that moment; empty: it was blank
 * @param evidence the evidence that it rests on; empty while the lead is not converted
 * @param rulesRanFor the label for which this track's rules last ran
 * @param fingerprint the track's mapping of that moment
 */
public record Base(
    Label label,
    Optional<RawValue> salesforce,
    Optional<RawValue> hubspot,
    Optional<Evidence> evidence,
    Optional<Label> rulesRanFor,
    Fingerprint fingerprint) {

  /** The same under another mapping. */
  Base under(Fingerprint now) {
    return new Base(label, salesforce, hubspot, evidence, rulesRanFor, now);
  }

  /** The same once the track's rules ran for a label. */
  Base ran(Label entered) {
    return new Base(label, salesforce, hubspot, evidence, Optional.of(entered), fingerprint);
  }

  /** The same with other raw values of its moment. */
  Base showing(Optional<RawValue> inSalesforce, Optional<RawValue> inHubspot) {
    return new Base(label, inSalesforce, inHubspot, evidence, rulesRanFor, fingerprint);
  }
}
