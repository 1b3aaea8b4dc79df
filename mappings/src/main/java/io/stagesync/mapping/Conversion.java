package io.stagesync.mapping;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a converted lead's opportunity says about its person.
 *
 * @param track the track whose labels are used
 * @param labels the label of each evidence; one that the file leaves out says nothing
 * @param customerAccount what the account of a converted lead shows that is a customer already;
 *     empty: accounts are not looked at
 * @param hubspotDisagrees what becomes of a HubSpot change that disagrees with it: {@link
 *     RefusedEdits#CORRECT} sets it back
 */
public record Conversion(
    Track track,
    Map<Evidence, Label> labels,
    Optional<FieldCondition> customerAccount,
    RefusedEdits hubspotDisagrees) {
  /**
   * How Salesforce tells a customer's account on an org's first day: by the values of its own field
   * {@code Account.Type} that begin so.
   */
  public static final FieldCondition STOCK_CUSTOMER =
      new FieldCondition(
          new FieldName(Side.SALESFORCE, "Account", "Type"),
          Set.of(new RawValue("Customer - Direct"), new RawValue("Customer - Channel")));

  public Conversion {
    labels = Map.copyOf(labels);
  }

  /** One that looks at no account. */
  public Conversion(Track track, Map<Evidence, Label> labels, RefusedEdits hubspotDisagrees) {
    this(track, labels, Optional.empty(), hubspotDisagrees);
  }

  /** Every evidence that a lead may come with; of accounts only where they are looked at. */
  public List<Evidence> possible() {
    return Stream.of(Evidence.values())
        .filter(e -> customerAccount.isPresent() || e != Evidence.EXISTING_CUSTOMER_ACCOUNT)
        .toList();
  }

  /** The label that an evidence declares. */
  public Optional<Label> label(Evidence evidence) {
    return Optional.ofNullable(labels.get(evidence));
  }
}
