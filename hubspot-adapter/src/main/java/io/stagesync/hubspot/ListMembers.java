package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.MemberPage;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.ContactLists;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a list, kept for a quarter of an hour: whoever joins or leaves does so without being
 * touched, so there is nothing that a feed could tell. One call for the list, one for 250 members.
 */
final class ListMembers {
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final String CONTACTS = "0-1";
  private static final int PAGE = 250;
  private static final int MOST = 100_000;

  private final HubSpotCalls calls;
  private @Nullable Set<RecordId> kept;
  private String keptList = "";
  private Instant readAt = Instant.EPOCH;

  ListMembers(HubSpotCalls calls) {
    this.calls = calls;
  }

  synchronized Set<RecordId> of(String list) {
    var now = calls.clock().instant();
    var known = kept;
    var age = Duration.between(readAt, now);
    if (known == null || !keptList.equals(list) || age.isNegative() || age.compareTo(KEPT) >= 0) {
      known = Set.copyOf(read(list));
      kept = known;
      keptList = list;
      readAt = now;
    }
    return known;
  }

  private Set<RecordId> read(String list) {
    mustBeOfContacts(list);
    var members = new HashSet<RecordId>();
    Optional<String> after = Optional.empty();
    do {
      var page = page(list, after);
      Objects.requireNonNull(page.getResults()).stream()
          .map(member -> member.getRecordId())
          .filter(Objects::nonNull)
          .forEach(id -> members.add(new RecordId(id)));
      if (members.size() > MOST) {
        throw misfit(
            "The HubSpot list "
                + list
                + " has more than 100,000 members. A pilot is smaller: say who takes part by a"
                + " field.");
      }
      after =
          Optional.ofNullable(page.getPaging())
              .map(paging -> paging.getNext())
              .map(next -> next.getAfter());
    } while (after.isPresent());
    return members;
  }

  private MemberPage page(String list, Optional<String> after) {
    return calls
        .find(
            Purpose.METADATA,
            "reading the members of list " + list,
            () -> {
              var page = calls.lists().listMembers(calls.version(), list, PAGE, after.orElse(null));
              return page == null || page.getResults() == null ? null : page;
            })
        .orElseThrow(() -> missing(list));
  }

  /** Ids of companies look like ids of contacts. */
  private void mustBeOfContacts(String list) {
    switch (kind(list)) {
      case CONTACTS -> {}
      case OTHERS ->
          throw misfit("The HubSpot list " + list + " is no list of contacts. Name one that is.");
      case NONE -> throw missing(list);
    }
  }

  /** Where HubSpot does not say of what a list is, it is taken for one of contacts. */
  ContactLists.Kind kind(String list) {
    var details =
        calls.find(
            Purpose.METADATA,
            "looking at list " + list,
            () -> {
              var answer = calls.lists().readList(calls.version(), list);
              return answer == null || answer.getList() == null ? null : answer.getList();
            });
    if (details.isEmpty()) {
      return ContactLists.Kind.NONE;
    }
    var of = Optional.ofNullable(details.get().getObjectTypeId());
    return of.filter(type -> !type.equals(CONTACTS)).isPresent()
        ? ContactLists.Kind.OTHERS
        : ContactLists.Kind.CONTACTS;
  }

  private static CrmException missing(String list) {
    return misfit(
        "HubSpot has no list "
            + list
            + ". Open the list in HubSpot: its details show its ILS list id.");
  }

  private static CrmException misfit(String message) {
    return new CrmException(
        Side.HUBSPOT, CrmException.Kind.MISFIT, "LIST", message, Optional.empty(), null);
  }
}
