package io.stagesync.port;

import io.stagesync.vocabulary.RecordId;
import java.util.Set;

/** Reads who is in a list of contacts. */
@FunctionalInterface
public interface ContactLists {
  /**
   * The contacts in a list; may be up to 15 minutes old.
   *
   * @param list the list's id
   * @throws CrmException as {@link Crm}; {@code MISFIT} where there is no such list, or it is too
   *     large
   */
  Set<RecordId> members(String list);
}
