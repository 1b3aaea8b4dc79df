package io.stagesync.engine;

import io.stagesync.port.CampaignMember;
import io.stagesync.state.Correction;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole story of one person.
 *
 * @param pair empty where the record has no partner
 * @param lead what Salesforce showed last; empty where there is none
 * @param contact what HubSpot showed last; empty where there is none
 * @param whyAlone why there is no pair; blank where there is one
 * @param attributes what the person is, wherever they stand: never part of a decision
 * @param decisions the last decision of each track
 * @param waiting what waits to be written
 * @param open writes that are not known to be finished and unharmed
 * @param timeline everything that was observed and done, oldest first
 * @param campaigns campaigns that the person is a member of: never part of a decision
 */
public record Story(
    Optional<Pair> pair,
    Optional<SeenRecord> lead,
    Optional<SeenRecord> contact,
    String whyAlone,
    List<ShownAttribute> attributes,
    Map<Track, DecidedTrack> decisions,
    List<Correction> waiting,
    List<Intent> open,
    List<JournalEntry> timeline,
    List<CampaignMember> campaigns) {
  public Story {
    attributes = List.copyOf(attributes);
    decisions = Map.copyOf(decisions);
    waiting = List.copyOf(waiting);
    open = List.copyOf(open);
    timeline = List.copyOf(timeline);
    campaigns = List.copyOf(campaigns);
  }
}
