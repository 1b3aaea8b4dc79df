package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.AccountDetails;
import io.stagesync.port.Account;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which account the token belongs to, asked once. Whether a service key may ask is not documented;
 * where it may not, the address that each contact carries tells the account's id.
 */
final class Whereabouts {
  private static final Logger LOG = LoggerFactory.getLogger(HubSpotCrm.class);

  private final HubSpotCalls calls;
  private final OwnHand own;
  private @Nullable String id;
  private String name = "";

  Whereabouts(HubSpotCalls calls, OwnHand own) {
    this.calls = calls;
    this.own = own;
  }

  synchronized Account account() {
    var known = id;
    if (known == null) {
      known = ask();
      id = known;
    }
    return new Account(known, name, new RecordId(own.source().orElse("unknown")));
  }

  private String ask() {
    try {
      var details =
          calls.read(
              Purpose.METADATA,
              "asking which account this is",
              () -> {
                var answer = calls.account().readAccount(calls.version());
                return answer == null || answer.getPortalId() == null ? null : answer;
              });
      zone(details);
      name = "HubSpot account " + details.getPortalId();
      return Long.toString(details.getPortalId());
    } catch (CrmException e) {
      if (e.kind() != CrmException.Kind.FORBIDDEN) {
        throw e;
      }
      var portal = fromContacts().orElseThrow(() -> nameless(e));
      name = "HubSpot account " + portal;
      return portal;
    }
  }

  /** The account's id out of the address of any contact, {@code .../contacts/<id>/record/...}. */
  private Optional<String> fromContacts() {
    var page =
        calls.read(
            Purpose.METADATA,
            "asking which account this is",
            () ->
                StampScan.complete(
                    calls.contacts().listContacts(calls.version(), 1, null, false, null)));
    return StampScan.rows(page).stream()
        .map(contact -> contact.getUrl() == null ? "" : contact.getUrl())
        .filter(url -> url.matches(".*/contacts/\\d+/.*"))
        .map(url -> url.replaceFirst(".*/contacts/(\\d+)/.*", "$1"))
        .findFirst();
  }

  private static CrmException nameless(CrmException cause) {
    return new CrmException(
        Side.HUBSPOT,
        CrmException.Kind.FORBIDDEN,
        cause.code(),
        "HubSpot does not tell which account the token belongs to: it lacks the scope for the"
            + " account's details, and there is no contact that would show it. Add the scope"
            + " \"oauth\", or a contact",
        Optional.empty(),
        cause);
  }

  private void zone(AccountDetails details) {
    try {
      if (details.getTimeZone() != null) {
        calls.zone(ZoneId.of(details.getTimeZone()));
      }
    } catch (DateTimeException e) {
      // an unknown zone costs a few hours of patience after the daily limit, nothing else
      LOG.debug("HubSpot's time zone {} is not known here", details.getTimeZone());
    }
  }
}
