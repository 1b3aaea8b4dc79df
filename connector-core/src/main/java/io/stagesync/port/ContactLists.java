package io.stagesync.port;

import io.stagesync.vocabulary.RecordId;
import java.util.Set;

/** Reads who is in a list of contacts. */
public interface ContactLists {
  /** What stands behind a list's id. */
  enum Kind {
    /** A list of contacts. */
    CONTACTS,
    /** A list of something else: companies, deals. */
    OTHERS,
    /** No list. */
    NONE
  }

  /**
   * The contacts in a list; may be up to 15 minutes old.
   *
   * @param list the list's id
   * @throws CrmException as {@link Crm}; {@code MISFIT} where there is no such list, or it is too
   *     large
   */
  Set<RecordId> members(String list);

  /**
   * What a list is, without its members: one call, however large it is.
   *
   * @param list the list's id
   * @throws CrmException as {@link Crm}; never {@code MISFIT} for a list that is not there
   */
  Kind kind(String list);
}
