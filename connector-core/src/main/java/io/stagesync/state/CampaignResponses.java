package io.stagesync.state;

import io.stagesync.port.CampaignMember;
import io.stagesync.port.Cursor;
import io.stagesync.vocabulary.RecordId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who responded to which campaign. Kept in a table of its own; no decision reads it. */
public interface CampaignResponses {
  /** Notes what was read. */
  void see(Collection<CampaignMember> members);

  /** A lead's memberships, newest first. */
  List<CampaignMember> of(RecordId lead);

  /** How many memberships stand at each status; a blank is the key of those without one. */
  Map<String, Long> counts();

  /** How far they were read. */
  Optional<Cursor> cursor();

  /** Moves the cursor. */
  void cursor(Cursor cursor);
}
