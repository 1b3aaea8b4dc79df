package io.stagesync.salesforce;

import io.stagesync.net.AllowedAddress;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach one org.
 *
 * @param loginUrl the org's own My Domain address, or for the JWT bearer flow a login host
 * @param credentials what proves who we are
 * @param fields the mapped fields of {@code Lead}
 * @param workers connections, and so requests, that may be under way at once
 * @param connect the longest wait for a connection
 * @param deadline the longest wait for a whole answer
 * @param dailyShare the part of the org's daily calls, all users' together, beyond which we stop
 * @param conditionalWrites whether an update names the time after which a row must not have changed
 *     ({@code ConditionalRequestHeader}); Salesforce does not document it, so it is off unless
 *     asked for
 * @param conversions what is read of leads that were converted
 */
public record SalesforceSettings(
    URI loginUrl,
    SalesforceCredentials credentials,
    Set<FieldName> fields,
    int workers,
    Duration connect,
    Duration deadline,
    double dailyShare,
    boolean conditionalWrites,
    Conversions conversions) {

  /**
   * What is read of leads that were converted, beside the fact.
   *
   * @param opportunities whether opportunities are read
   * @param customers how an account shows that it is a customer already; empty: nobody asks
   */
  public record Conversions(boolean opportunities, Optional<Customers> customers) {
    /** Opportunities are read, accounts are not. */
    public static final Conversions USUAL = new Conversions(true, Optional.empty());
  }

  /**
   * How an account shows that it is a customer already.
   *
   * @param field a field of {@code Account}
   * @param values one of these
   */
  public record Customers(FieldName field, Set<RawValue> values) {
    /**
     * @throws IllegalArgumentException for a field of something else
     */
    public Customers {
      values = Set.copyOf(values);
      if (field.side() != Side.SALESFORCE || !field.object().equals(ACCOUNT)) {
        throw new IllegalArgumentException(field + " is not a field of Salesforce's Account");
      }
    }
  }

  private static final String ACCOUNT = "Account";

  /** Settings that read opportunities. */
  public SalesforceSettings(
      URI loginUrl,
      SalesforceCredentials credentials,
      Set<FieldName> fields,
      int workers,
      Duration connect,
      Duration deadline,
      double dailyShare,
      boolean conditionalWrites) {
    this(
        loginUrl,
        credentials,
        fields,
        workers,
        connect,
        deadline,
        dailyShare,
        conditionalWrites,
        Conversions.USUAL);
  }

  /**
   * @throws IllegalArgumentException with a sentence for people, for an address that may not be
   *     called or a field of something else than a lead
   */
  public SalesforceSettings {
    fields = Set.copyOf(fields);
    for (var field : fields) {
      if (field.side() != Side.SALESFORCE || !field.object().equals("Lead")) {
        throw new IllegalArgumentException(field + " is not a field of Salesforce's Lead");
      }
    }
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
    allowed(loginUrl).check(loginUrl);
  }

  /** The usual settings: two workers, 10 s to connect, 2 min for an answer, 80% of the day. */
  public static SalesforceSettings of(
      URI loginUrl, SalesforceCredentials credentials, Set<FieldName> fields) {
    return new SalesforceSettings(
        loginUrl,
        credentials,
        fields,
        2,
        Duration.ofSeconds(10),
        Duration.ofMinutes(2),
        0.8,
        false);
  }

  /** Every field that is described: those of the lead, and what tells a customer's account. */
  Set<FieldName> described() {
    var all = new HashSet<>(fields);
    conversions.customers().map(Customers::field).ifPresent(all::add);
    return all;
  }

  /** Whether the lead's status is among the fields. */
  boolean readsStatus() {
    return fields.stream().anyMatch(field -> field.name().equals("Status"));
  }

  /** The hosts that our token may be sent to: the login host's own and Salesforce's. */
  AllowedAddress allowedHosts() {
    return allowed(loginUrl);
  }

  private static AllowedAddress allowed(URI loginUrl) {
    var host = loginUrl.getHost() == null ? "" : loginUrl.getHost().toLowerCase(Locale.ROOT);
    var hosts = new ArrayList<>(List.of(".salesforce.com"));
    if (!host.isEmpty()) {
      hosts.add(host);
    }
    if (AllowedAddress.isLoopback(host)) {
      hosts.addAll(List.of("127.0.0.1", "localhost"));
    }
    return new AllowedAddress(hosts);
  }
}
