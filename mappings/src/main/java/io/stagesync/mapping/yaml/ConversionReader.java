package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Reads what a converted lead's opportunity says about its person. */
final class ConversionReader {
  private static final List<Evidence> SPOKEN =
      List.of(Evidence.OPEN, Evidence.WON, Evidence.LOST, Evidence.NONE);

  private static final String CUSTOMER = "existing-customer-account";

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  ConversionReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  /** Whether the file says that leads are never converted here. */
  static boolean never(Site site) {
    return site.isKeyword("never");
  }

  Optional<Conversion> read(Site site, List<TrackMapping> tracks) {
    var keys =
        new Keys(
            site,
            problems,
            "{ open: opportunity, won: customer }`, or `never",
            List.of(
                "track", "open", "won", "lost", "none", CUSTOMER, "upsell", "hubspot-disagrees"));
    var labels = new EnumMap<Evidence, Label>(Evidence.class);
    for (var evidence : SPOKEN) {
      keys.get(Wording.key(evidence))
          .flatMap(scalars::word)
          .ifPresent(label -> labels.put(evidence, new Label(label)));
    }
    var customer = keys.get(CUSTOMER).flatMap(this::customer);
    customer.ifPresent(c -> labels.put(Evidence.EXISTING_CUSTOMER_ACCOUNT, c.label()));
    keys.get("upsell")
        .ifPresent(u -> scalars.choice(u, new String[] {"keep-customer"}, word -> word));
    var disagrees =
        keys.get("hubspot-disagrees")
            .flatMap(d -> scalars.choice(d, RefusedEdits.values()))
            .orElse(RefusedEdits.HOLD);
    if (!site.isMap()) {
      return Optional.empty();
    }
    if (labels.isEmpty()) {
      problems.unreadable(
          site.keyPlace(),
          DiagnosticId.EMPTY_VALUE,
          "`conversion` names no label",
          "say at least what an open and a won opportunity mean, or delete it");
      return Optional.empty();
    }
    var named = keys.get("track").flatMap(scalars::word).map(Track::new);
    var track =
        named.isPresent() ? named : new TrackFinder(tracks, problems).having(labels.values(), site);
    return track.map(
        t ->
            sites.remember(
                new Conversion(t, labels, customer.map(Customer::account), disagrees), site));
  }

  private record Customer(Label label, FieldCondition account) {}

  /** A label, for accounts that Salesforce's own field tells; or one with a field of the org's. */
  private Optional<Customer> customer(Site site) {
    if (!site.isMap()) {
      return scalars
          .word(site)
          .map(Label::new)
          .map(l -> new Customer(l, Conversion.STOCK_CUSTOMER));
    }
    var keys =
        new Keys(
            site,
            problems,
            "{ label: customer, account: { Account.Type: [Customer] } }",
            List.of("label", "account"));
    var label =
        keys.required("label", "name the label of people whose account is a customer already")
            .flatMap(scalars::word)
            .map(Label::new);
    var account =
        keys.required(
                "account", "say which field of the account tells it, or write the label alone")
            .flatMap(a -> Entry.single(a, problems, "{ Account.Type: [Customer] }"))
            .flatMap(new FieldReader(problems)::readAccount);
    return label.flatMap(l -> account.map(a -> new Customer(l, a)));
  }
}
