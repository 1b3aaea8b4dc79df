package io.stagesync.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads who responded to which campaign. A port of its own: nothing that it brings can become a
 * lead's status or stage, and nothing can be written through it.
 */
public interface CampaignMembers {
  /**
   * Reads the members that changed since a cursor.
   *
   * @param since empty: all of them
   * @return the cursor to go on from; empty where our user may not read campaign members, which
   *     costs this report and nothing else
   * @throws CrmException as {@link Crm}
   */
  Optional<Cursor> changes(Optional<Cursor> since, Consumer<List<CampaignMember>> pages);
}
