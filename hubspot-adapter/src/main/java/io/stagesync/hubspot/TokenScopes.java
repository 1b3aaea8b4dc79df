package io.stagesync.hubspot;

import io.stagesync.hubspot.client.ApiException;
import io.stagesync.hubspot.client.model.TokenDetails;
import io.stagesync.hubspot.client.model.TokenQuestion;
import io.stagesync.port.Access;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks what our token may do. The question is documented for private apps; where HubSpot does not
 * answer it for another kind of key, nothing is known, and that is all.
 */
final class TokenScopes {
  private static final List<String> NEEDED =
      List.of("crm.objects.contacts.read", "crm.objects.contacts.write");

  private static final String LISTS = "crm.lists.read";

  /** Asked for in the README, or given to every app. */
  private static final Set<String> USUAL =
      Set.of(
          "crm.objects.contacts.read",
          "crm.objects.contacts.write",
          "crm.schemas.contacts.read",
          "oauth");

  private final HubSpotCalls calls;
  private final HubSpotSettings settings;

  TokenScopes(HubSpotCalls calls, HubSpotSettings settings) {
    this.calls = calls;
    this.settings = settings;
  }

  /** One call. */
  Access read() {
    try {
      return calls
          .find(Purpose.METADATA, "asking what the key may do", this::scopes)
          .map(this::access)
          .orElse(UNKNOWN);
    } catch (CrmException e) {
      return switch (e.kind()) {
        case FORBIDDEN, MISFIT, GARBLED -> UNKNOWN;
        default -> throw e;
      };
    }
  }

  /** Whose key it is: the id of our app; empty where HubSpot does not say. One call. */
  Optional<Long> app() {
    try {
      return calls.find(
          Purpose.METADATA,
          "asking whose key it is",
          () -> {
            var told = told();
            return told == null ? null : told.getAppId();
          });
    } catch (CrmException e) {
      return switch (e.kind()) {
        case FORBIDDEN, MISFIT, GARBLED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  private @Nullable List<String> scopes() throws ApiException {
    var told = told();
    return told == null ? null : told.getScopes();
  }

  private @Nullable TokenDetails told() throws ApiException {
    return calls.account().readToken(new TokenQuestion().tokenKey(settings.accessToken()));
  }

  private static final Access UNKNOWN = new Access(false, List.of(), List.of(), List.of());

  private Access access(List<String> scopes) {
    var needed = new ArrayList<>(NEEDED);
    if (settings.readsLists()) {
      needed.add(LISTS);
    }
    return new Access(
        true,
        scopes.stream().filter(s -> !USUAL.contains(s) && !needed.contains(s)).sorted().toList(),
        needed.stream().filter(s -> !scopes.contains(s)).toList(),
        List.of());
  }
}
