package io.stagesync.mapping;

import io.stagesync.vocabulary.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes part in a pilot: those for whom everything holds that is said here.
 *
 * @param conditions what fields of the lead have to show
 * @param hubspotList the id of the list that the contact has to be in
 * @param people who is named
 */
public record Pilot(
    List<FieldCondition> conditions, Optional<String> hubspotList, Optional<People> people) {
  public Pilot {
    conditions = List.copyOf(conditions);
  }

  /**
   * People who are named by the id of one of their records.
   *
   * @param file the file that names them, as the mapping file says it
   * @param ids ids of leads and contacts; of a Salesforce id its first 15 characters, which tell it
   */
  public record People(String file, Set<String> ids) {
    private static final int TELLING = 15;

    public People {
      ids = Set.copyOf(ids);
    }

    /** What tells an id from all others of its CRM: Salesforce writes one with 15 or 18. */
    public static String telling(String id) {
      return id.length() > TELLING ? id.substring(0, TELLING) : id;
    }

    /** Whether a pair is named by one of its records. */
    public boolean name(RecordId lead, RecordId contact) {
      return ids.contains(telling(lead.text())) || ids.contains(telling(contact.text()));
    }
  }
}
