package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Stands.Pattern;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Prospects;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How one track may look to the others of its group: of states that answer alike whatever the
 * others can ask, one stands for all.
 */
final class Faces {
  private final Mapping group;
  private final Catalogs catalogs;
  private final Lead lead;
  private final Vocabulary words;
  private final TrackMapping track;
  private final Asked asked;
  private final Answers answers;
  private final Syncs alone;
  private final Map<TrackView, TrackDecision> decided = new HashMap<>();

  /**
   * @param group the file, as if it had this group alone
   */
  Faces(Mapping group, Catalogs catalogs, Lead lead, Vocabulary words) {
    this.group = group;
    this.catalogs = catalogs;
    this.lead = lead;
    this.words = words;
    this.track = words.track();
    this.asked = Asked.of(group, track);
    this.answers = new Answers(group, asked, words, lead);
    this.alone = new Syncs(group.about(Set.of(track.track())), catalogs);
  }

  /** For each way to answer one state that answers so. */
  Map<List<Object>, TrackView> all(List<TrackProof> proofs) {
    Map<List<Object>, TrackView> all = new LinkedHashMap<>();
    for (TrackProof proof : proofs) {
      Stands stands = new Stands(asked, words, proof.looks().leadSpeaks());
      Set<List<Object>> seen = new HashSet<>();
      for (Own own : distinct(proof, stands)) {
        List<Object> rough = new ArrayList<>(of(own));
        labels(own).forEach(label -> rough.add(stands.of(label)));
        if (!seen.add(rough)) {
          continue;
        }
        for (TrackView view : ran(own, stands)) {
          all.putIfAbsent(of(new Own(view, own.decision())), view);
        }
      }
    }
    return all;
  }

  private List<Own> distinct(TrackProof proof, Stands stands) {
    Map<Object, Integer> kinds = new HashMap<>();
    List<List<Pattern>> patterns = new ArrayList<>();
    for (int look = 0; look < proof.looks().all().size(); look++) {
      patterns.add(patterns(stands, proof.own(look), kinds));
    }
    Numbers seen = new Numbers();
    List<Own> distinct = new ArrayList<>();
    for (int base = -1; base < words.labels().size(); base++) {
      for (int s = 0; s < words.shown(Side.SALESFORCE).size(); s++) {
        for (int h = 0; h < words.shown(Side.HUBSPOT).size(); h++) {
          for (Pattern pattern : patterns.get(proof.looks().look(base, s, h))) {
            if (seen.add(stands.of(pattern, base, s, h))) {
              distinct.add(under(proof.like(pattern.own(), base, s, h)));
            }
          }
        }
      }
    }
    return distinct;
  }

  private List<Pattern> patterns(Stands stands, List<Own> owns, Map<Object, Integer> kinds) {
    return owns.stream()
        .map(own -> stands.pattern(own, kinds.computeIfAbsent(kind(own), k -> kinds.size())))
        .toList();
  }

  /** How a track moves by itself, with what comes next where one decision does not tell. */
  private List<Object> kind(Own own) {
    TrackView view = own.view();
    return List.of(
        next(own).map(this::kind).orElse(List.of()),
        Stands.kind(own.decision(), view.memory().blankSeenInRun() > 0),
        view.memory().lastDecided().isPresent(),
        view.base().isPresent(),
        view.base().flatMap(Base::evidence).isPresent());
  }

  /** An opportunity that says nothing of the track may be any. */
  private Own under(Own own) {
    Optional<Base> base =
        own.view()
            .base()
            .map(b -> changed(b, b.evidence().flatMap(e -> lead.converted()), b.rulesRanFor()));
    return new Own(
        new TrackView(base, own.view().salesforce(), own.view().hubspot(), own.view().memory()),
        own.decision());
  }

  /** How a state answers, whether it is one of them or not. */
  List<Object> of(TrackView view) {
    return of(new Own(seenBefore(view), decided.computeIfAbsent(seenBefore(view), this::decide)));
  }

  /** Whether another track asks for a label by its name. */
  boolean isNamed(Label label) {
    return asked.named().contains(label);
  }

  /** Whether it matters to the others for nothing but the labels that it enters. */
  boolean onlyFires() {
    return asked.onlyFires();
  }

  private TrackDecision decide(TrackView view) {
    return alone.after(pair(view)).on(track.track());
  }

  private List<Object> of(Own own) {
    List<Object> all = new ArrayList<>(answers.of(own.view(), own.decision()));
    all.add(asked.isDriven() ? prospects(own.view()) : "not driven");
    Optional<Own> next = next(own);
    if (next.isPresent()) {
      all.add(of(next.get()));
    } else if (asked.criteria() && own.decision().from().isPresent()) {
      all.add(own.view().base().map(this::setBack));
    }
    return all;
  }

  /** What comes next by itself, where the decision of now does not already say it. */
  private Optional<Own> next(Own own) {
    Reason reason = own.decision().reason();
    if (reason != Reason.BLANK_SETTLES && reason != Reason.CORRECTED) {
      return Optional.empty();
    }
    PairView after = alone.after(pair(own.view())).after();
    TrackView view = seenBefore(Objects.requireNonNull(after.tracks().get(track.track())));
    return Optional.of(new Own(view, decide(view)));
  }

  /** A blank that this sync saw was seen in an earlier one by the next. */
  private static TrackView seenBefore(TrackView view) {
    long seen = view.memory().blankSeenInRun() > 0 ? Lead.RUN - 1 : 0;
    return new TrackView(
        view.base(),
        view.salesforce(),
        view.hubspot(),
        Syncs.memory(seen, view.memory().lastDecided()));
  }

  /** What rules would do once both sides are set back to the base. */
  private Object setBack(Base base) {
    if (!asked.isDriven()) {
      return "not driven";
    }
    Base agreed = words.base(base.label(), base.evidence());
    return prospects(
        new TrackView(
            Optional.of(ran(agreed, base.rulesRanFor())),
            shows(agreed.salesforce()),
            shows(agreed.hubspot()),
            Syncs.memory(0, Optional.empty())));
  }

  private static Observation shows(Optional<RawValue> value) {
    return value.map(Observation::of).orElseGet(() -> Observation.of(Observation.Kind.BLANK));
  }

  /**
   * The labels that may stand in the end: what is agreed or pushed, now or next, and all others.
   */
  private List<Optional<Label>> labels(Own own) {
    return List.of(
        own.decision().to(),
        next(own).flatMap(n -> n.decision().to()),
        own.view().base().map(Base::label),
        answers.says(own.view(), Side.SALESFORCE),
        answers.says(own.view(), Side.HUBSPOT));
  }

  /**
   * Rules may have run for the base, for nothing yet, or for another label: one for each way in
   * which it can matter which one it was.
   */
  private List<TrackView> ran(Own own, Stands stands) {
    TrackView view = own.view();
    if (view.base().isEmpty() || !asked.areRules()) {
      return List.of(view);
    }
    int[] some = labels(own).stream().mapToInt(l -> l.map(words::number).orElse(-1)).toArray();
    List<Optional<Label>> distinct = new ArrayList<>(List.of(Optional.empty()));
    stands.ran(some).forEach(label -> distinct.add(Optional.of(label)));
    return distinct.stream()
        .map(ran -> view.base().map(base -> ran(base, ran)))
        .map(base -> new TrackView(base, view.salesforce(), view.hubspot(), view.memory()))
        .toList();
  }

  private static Base ran(Base base, Optional<Label> label) {
    return changed(base, base.evidence(), label);
  }

  private static Base changed(Base base, Optional<Evidence> evidence, Optional<Label> ran) {
    return new Base(
        base.label(), base.salesforce(), base.hubspot(), evidence, ran, base.fingerprint());
  }

  private Prospects prospects(TrackView view) {
    return Prospects.of(group, catalogs, pair(view), track.track());
  }

  private PairView pair(TrackView view) {
    return lead.pair(Map.of(track.track(), view));
  }
}
