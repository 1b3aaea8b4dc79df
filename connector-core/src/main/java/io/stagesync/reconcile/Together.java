package io.stagesync.reconcile;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all tracks of a pair come to together: with companions, rules, and criteria that one track
 * puts to another.
 *
 * <p>A move whose criteria are not met takes with it what it would have led to: the companion that
 * it would have been given, the rules that it would have fired. So everything is put together anew
 * without it. What is refused is no move any more, so this ends. In the same way a push takes with
 * it what it requires, where a rule puts another label in its place.
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

  /** A push in whose place a rule puts another label is not made, and requires nothing. */
  private static Together once(
      Mapping mapping, Map<Track, TrackCase> cases, Map<Track, Verdict> alone) {
    Together all = once(mapping, cases, alone, Set.of());
    Set<Track> replaced = all.replaced(cases, alone);
    if (replaced.isEmpty()) {
      return all;
    }
    Together without = once(mapping, cases, alone, replaced);
    // It may be what it required that fired the rule.
    return without.replaced(cases, alone).containsAll(replaced) ? without : all;
  }

  private static Together once(
      Mapping mapping,
      Map<Track, TrackCase> cases,
      Map<Track, Verdict> alone,
      Set<Track> replaced) {
    Map<Track, Verdict> own = new LinkedHashMap<>(alone);
    Companions.supply(cases, own, replaced);
    RulesAcrossTracks rules = RulesAcrossTracks.run(mapping, cases, own);
    Map<Track, Verdict> outcome = new LinkedHashMap<>(own);
    outcome.putAll(rules.verdicts());
    return new Together(outcome, rules);
  }

  /** The tracks whose own push requires another field and came to another label by a rule. */
  private Set<Track> replaced(Map<Track, TrackCase> cases, Map<Track, Verdict> alone) {
    if (rules.verdicts().isEmpty()) {
      return Set.of();
    }
    Set<Track> replaced = new HashSet<>();
    cases.forEach(
        (track, c) ->
            Optional.ofNullable(alone.get(track))
                .filter(Verdict::pushed)
                .filter(own -> requires(c, own) && rules.verdicts().containsKey(track))
                .filter(own -> !own.label().equals(label(track)))
                .ifPresent(own -> replaced.add(track)));
    return replaced;
  }

  private static boolean requires(TrackCase c, Verdict push) {
    return push.label().flatMap(c.track()::label).flatMap(LabelMapping::requires).isPresent();
  }

  private Optional<Label> label(Track track) {
    return Optional.ofNullable(outcome.get(track)).flatMap(Verdict::label);
  }
}
