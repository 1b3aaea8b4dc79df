package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all tracks of a pair come to together: with companions, rules, and criteria that one track
 * puts to another.
 *
 * <p>A move whose criteria are not met takes with it what it would have led to: the companion that
 * it would have been given, the rules that it would have fired. So everything is put together anew
 * without it. What is refused is no move any more, so this ends.
 *
 * @param outcome the verdict of each track
 * @param rules what the rules did, and whether they are done with a track
 */
record Together(Map<Track, Verdict> outcome, RulesAcrossTracks rules) {

  static Together of(
      Mapping mapping, Map<Track, TrackCase> cases, Map<Track, Verdict> byThemselves) {
    Map<Track, Verdict> alone = new HashMap<>(byThemselves);
    Together together = once(mapping, cases, alone);
    Map<Track, Verdict> refused = CriteriaGuard.refused(cases, alone, together.outcome());
    while (!refused.isEmpty()) {
      alone.putAll(refused);
      together = once(mapping, cases, alone);
      refused = CriteriaGuard.refused(cases, alone, together.outcome());
    }
    return together;
  }

  private static Together once(
      Mapping mapping, Map<Track, TrackCase> cases, Map<Track, Verdict> alone) {
    Map<Track, Verdict> own = new LinkedHashMap<>(alone);
    Companions.supply(cases, own);
    RulesAcrossTracks rules = RulesAcrossTracks.run(mapping, cases, own);
    Map<Track, Verdict> outcome = new LinkedHashMap<>(own);
    outcome.putAll(rules.verdicts());
    return new Together(outcome, rules);
  }
}
