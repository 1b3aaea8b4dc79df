package io.stagesync.proof;

import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the other tracks of a file ask of one.
 *
 * @param fires labels by which rules of it fire
 * @param targets labels to which rules drive it
 * @param conditions labels that rules ask for before they drive it
 * @param floors labels that other tracks, or the whole file, have as a floor
 * @param wanted labels that criteria of other tracks ask for
 * @param supplied labels of it that are supplied by default where another track requires one
 * @param isCompanion whether another track requires a value in it
 * @param requires whether a label of it requires a value in another track
 * @param criteria whether a label of it asks something of another track
 */
record Asked(
    TrackMapping track,
    Set<Label> fires,
    Set<Label> targets,
    Set<Label> conditions,
    Set<Label> floors,
    Set<Label> wanted,
    Set<Label> supplied,
    boolean isCompanion,
    boolean requires,
    boolean criteria) {

  static Asked of(Mapping mapping, TrackMapping track) {
    Track name = track.track();
    Set<Label> fires = new LinkedHashSet<>();
    Set<Label> targets = new LinkedHashSet<>();
    Set<Label> conditions = new LinkedHashSet<>();
    for (Rule rule : mapping.rules()) {
      if (rule.when().equals(name)) {
        fires.add(rule.enters());
      }
      Optional.ofNullable(rule.then().get(name))
          .ifPresent(
              target -> {
                targets.add(target);
                rule.onlyIf().flatMap(Rule.Condition::label).ifPresent(conditions::add);
              });
    }
    Set<Label> floors = new LinkedHashSet<>();
    Stream.concat(
            mapping.scope().stream(), mapping.tracks().stream().flatMap(t -> t.floor().stream()))
        .filter(floor -> floor.track().equals(name))
        .map(Scope::notBelow)
        .forEach(floors::add);
    Set<Label> wanted = new LinkedHashSet<>();
    Set<Label> supplied = new LinkedHashSet<>();
    boolean companion = false;
    for (TrackMapping other : mapping.tracks()) {
      for (LabelMapping label : other.labels()) {
        wanted.addAll(label.criteria().entry().getOrDefault(name, List.of()));
        wanted.addAll(label.criteria().exit().getOrDefault(name, List.of()));
        if (label.requires().equals(Optional.of(name))) {
          companion = true;
          label.companionDefault().ifPresent(supplied::add);
        }
      }
    }
    boolean requires =
        track.labels().stream()
            .flatMap(l -> l.requires().stream())
            .anyMatch(t -> mapping.find(t).isPresent());
    boolean criteria =
        track.labels().stream()
            .map(LabelMapping::criteria)
            .flatMap(c -> Stream.of(c.entry(), c.exit()))
            .flatMap(c -> c.keySet().stream())
            .anyMatch(t -> mapping.find(t).isPresent());
    return new Asked(
        track, fires, targets, conditions, floors, wanted, supplied, companion, requires, criteria);
  }

  /** The labels that others name. */
  List<Label> named() {
    Set<Label> named = new LinkedHashSet<>();
    List.of(fires, targets, conditions, floors, wanted, supplied).forEach(named::addAll);
    return List.copyOf(named);
  }

  boolean isDriven() {
    return !targets.isEmpty();
  }

  /** Whether rules make a difference between labels for which they ran. */
  boolean areRules() {
    return isDriven() || !fires.isEmpty();
  }

  /** Whether it matters to others for nothing but the labels that it enters. */
  boolean onlyFires() {
    return !isDriven() && !requires && !criteria && !isLookedAt();
  }

  /** Whether others look at what its sides show, whatever is decided of it. */
  boolean isLookedAt() {
    return isCompanion || !floors.isEmpty() || !wanted.isEmpty();
  }

  /** All that others can ask of one of its labels; equal for labels that are alike to them. */
  List<Object> of(LabelMapping label) {
    Label name = label.label();
    List<Object> facts = new ArrayList<>();
    facts.add(requires ? List.of(label.requires(), label.companionDefault()) : false);
    facts.add(criteria ? label.criteria() : Criteria.NONE);
    facts.add(Optional.of(name).filter(named()::contains));
    for (Label other : ordered()) {
      facts.add(track.precedes(name, other));
      facts.add(track.precedes(other, name));
      facts.add(!track.waysBack(name, other).isEmpty());
    }
    for (Label fired : fires) {
      facts.add(!track.waysBack(name, fired).isEmpty());
    }
    if (isDriven()) {
      Set<Object> behind = new HashSet<>();
      track.labels().stream()
          .map(LabelMapping::label)
          .filter(from -> !track.waysBack(from, name).isEmpty())
          .forEach(from -> behind.add(ran(from)));
      facts.add(behind);
    }
    return facts;
  }

  /** The labels to which others ask of one whether it comes before or after. */
  private Set<Label> ordered() {
    Set<Label> ordered = new LinkedHashSet<>(targets);
    ordered.addAll(floors);
    ordered.addAll(supplied);
    return ordered;
  }

  /** Where a label is to those that rules lead to. */
  Object rank(Label label) {
    List<Object> rank = new ArrayList<>();
    for (Label to : targets) {
      rank.add(track.precedes(label, to));
      rank.add(track.precedes(to, label));
      rank.add(track.waysBack(label, to).isEmpty());
    }
    return rank;
  }

  /** How a label for which rules ran earlier differs from others to what comes later. */
  Object ran(Label from) {
    List<Object> ways = new ArrayList<>();
    for (Label to : targets) {
      ways.add(!track.waysBack(from, to).isEmpty());
    }
    ways.add(Optional.of(from).filter(targets::contains));
    if (isCompanion) {
      ways.add(Optional.of(from).filter(fires::contains));
    }
    return ways;
  }
}
