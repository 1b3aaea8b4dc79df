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
 * @param cycle how many times the person came in, from 1; it counts when the agreed label moves
 *     along a way that the file calls a re-entry
 * @param fingerprint the track's mapping of that moment
 */
public record Base(
    Label label,
    Optional<RawValue> salesforce,
    Optional<RawValue> hubspot,
    Optional<Evidence> evidence,
    Optional<Label> rulesRanFor,
    int cycle,
    Fingerprint fingerprint) {

  /** The first time that a person came in. */
  public Base(
      Label label,
      Optional<RawValue> salesforce,
      Optional<RawValue> hubspot,
      Optional<Evidence> evidence,
      Optional<Label> rulesRanFor,
      Fingerprint fingerprint) {
    this(label, salesforce, hubspot, evidence, rulesRanFor, 1, fingerprint);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Base base
            && label.equals(base.label)
            && salesforce.equals(base.salesforce)
            && hubspot.equals(base.hubspot)
            && evidence.equals(base.evidence)
            && rulesRanFor.equals(base.rulesRanFor)
            && cycle == base.cycle
            && fingerprint.equals(base.fingerprint));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * label.hashCode() + salesforce.hashCode()) + hubspot.hashCode();
  }

  /** The same under another mapping. */
  Base under(Fingerprint now) {
    return new Base(label, salesforce, hubspot, evidence, rulesRanFor, cycle, now);
  }

  /** The same once the track's rules ran for a label. */
  Base ran(Label entered) {
    return ran(Optional.of(entered));
  }

  /** The same where rules ran for a label, or for none. */
  Base ran(Optional<Label> entered) {
    return new Base(label, salesforce, hubspot, evidence, entered, cycle, fingerprint);
  }

  /** The same with other raw values of its moment. */
  Base showing(Optional<RawValue> inSalesforce, Optional<RawValue> inHubspot) {
    return new Base(label, inSalesforce, inHubspot, evidence, rulesRanFor, cycle, fingerprint);
  }
}
