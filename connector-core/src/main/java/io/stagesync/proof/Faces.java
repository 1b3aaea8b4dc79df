package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How one track may look to the others of its group: of states that answer alike whatever the
 * others can ask, one stands for all.
 */
final class Faces {
  private final Lead lead;
  private final Vocabulary words;
  private final TrackMapping track;
  private final Asked asked;
  private final Answers answers;
  private final Prospects prospects;
  private final Map<TrackView, List<Object>> answered = new ConcurrentHashMap<>();
  private final Map<TrackView, TrackView> standIns = new ConcurrentHashMap<>();
  private final Map<List<Object>, TrackView> all = new LinkedHashMap<>();

  /**
   * @param group the file, as if it had this group alone
   */
  Faces(Mapping group, Catalogs catalogs, Lead lead, Vocabulary words) {
    this.lead = lead;
    this.words = words;
    this.track = words.track();
    this.asked = Asked.of(group, track);
    this.answers = new Answers(group, asked, words, lead);
    this.prospects = new Prospects(group, catalogs, track);
  }

  /**
   * What is found once of a state, whichever label rules last ran for: that makes no difference to
   * what the track comes to by itself.
   *
   * @param ahead what is decided of it, and what rules and criteria would do
   * @param next what comes next by itself, where the decision of now does not already say it
   * @param back what they would do once both sides are set back to the base, where criteria can
   *     have that done
   */
  private record Known(
      Own own, Prospects.Ahead ahead, Optional<Known> next, Optional<Prospects.Ahead> back) {
    Optional<Label> ran() {
      return own.view().base().flatMap(Base::rulesRanFor);
    }
  }

  /**
   * Finds one state for each way to answer.
   *
   * @param proofs what was found of the track by itself
   */
  Faces find(List<TrackProof> proofs) {
    // Change times make no difference to how states look.
    Stands stands = new Stands(asked, words, proofs.get(0).looks().leadSpeaks());
    for (TrackProof proof : proofs) {
      Set<List<Object>> seen = new HashSet<>();
      for (Known known : distinct(proof, stands)) {
        List<Object> own = find(known, known.ran());
        if (ranMatters(known, stands)) {
          Map<Long, Label> ran = ran(known, stands);
          List<Object> never = find(known, Optional.empty());
          if (seen.add(List.of(own, never, Set.copyOf(ran.keySet()), placed(known, stands)))) {
            ran.values().forEach(label -> find(known, Optional.of(label)));
          }
        }
      }
    }
    return this;
  }

  /**
   * How a state answers, where rules ran for a label or for none; it may be the first that does.
   */
  private List<Object> find(Known known, Optional<Label> ran) {
    List<Object> answers = of(known, ran);
    all.putIfAbsent(answers, ran(known.own().view(), ran));
    return answers;
  }

  /** The ways to answer. */
  Set<List<Object>> ways() {
    return all.keySet();
  }

  /** For each way to answer one state that answers so. */
  List<TrackView> views() {
    return List.copyOf(all.values());
  }

  /** The state that stands for another one; itself where none was found that does. */
  TrackView standIn(TrackView view) {
    return standIns.computeIfAbsent(view, seen -> all.getOrDefault(of(seen), seen));
  }

  /**
   * What rests comes first: where others see no difference, it stands for what is still written.
   */
  private List<Known> distinct(TrackProof proof, Stands stands) {
    Map<Object, Integer> kinds = new HashMap<>();
    Looks looks = proof.looks();
    Pattern[][] patterns = new Pattern[looks.all().size()][];
    for (int look = 0; look < patterns.length; look++) {
      patterns[look] = patterns(stands, proof.own(look), kinds);
    }
    int salesforce = words.shown(Side.SALESFORCE).size();
    int hubspot = words.shown(Side.HUBSPOT).size();
    Numbers seen = new Numbers();
    List<Known> resting = new ArrayList<>();
    List<Known> moving = new ArrayList<>();
    for (int base = -1; base < words.labels().size(); base++) {
      for (int s = 0; s < salesforce; s++) {
        for (int h = 0; h < hubspot; h++) {
          for (Pattern pattern : patterns[looks.look(base, s, h)]) {
            if (seen.add(stands.of(pattern, base, s, h))) {
              for (boolean rests : rests(pattern.own(), base)) {
                Known known = known(under(proof.like(pattern.own(), base, s, h, rests)));
                (known.own().writes().isEmpty() ? resting : moving).add(known);
              }
            }
          }
        }
      }
    }
    resting.addAll(moving);
    return resting;
  }

  private Pattern[] patterns(Stands stands, List<Own> owns, Map<Object, Integer> kinds) {
    return owns.stream()
        .map(
            own -> stands.pattern(own, kinds.computeIfAbsent(kind(own, stands), k -> kinds.size())))
        .toArray(Pattern[]::new);
  }

  /**
   * How a track moves by itself, with what comes next where one decision does not tell, and what
   * criteria would make of it.
   */
  private List<Object> kind(Own own, Stands stands) {
    TrackView view = own.view();
    Optional<TrackView> next =
        isFirstOfTwo(own.reason())
            ? next(view, prospects.of(pair(view)).decision())
            : Optional.empty();
    return List.of(
        next.map(n -> kind(new Own(n, prospects.of(pair(n)).decision()), stands)).orElse(List.of()),
        Optional.of(own)
            .filter(o -> asked.criteria())
            .flatMap(o -> prospects.of(pair(view)).refused())
            .map(r -> List.of(r.source(), r.reason(), r.written())),
        stands.kind(own),
        view.memory().lastDecided().isPresent(),
        view.base().isPresent(),
        view.base().flatMap(Base::evidence).isPresent());
  }

  /**
   * Whether the base rests on what an opportunity says. Where the base makes no difference to the
   * track itself it may do so to the others, and both are looked at.
   */
  private List<Boolean> rests(Own own, int base) {
    Optional<Base> seen = own.view().base();
    return base >= 0 && seen.isEmpty() && lead.isConverted()
        ? List.of(false, true)
        : List.of(seen.flatMap(Base::evidence).isPresent());
  }

  /** An opportunity that says nothing of the track may be any. */
  private TrackView under(TrackView view) {
    Optional<Base> base =
        view.base()
            .map(b -> changed(b, b.evidence().flatMap(e -> lead.converted()), b.rulesRanFor()));
    return new TrackView(base, view.salesforce(), view.hubspot(), view.memory());
  }

  /** How a state answers, whether it is one of them or not. */
  List<Object> of(TrackView view) {
    return answered.computeIfAbsent(
        Lead.seenBefore(view),
        seen -> {
          Known known = known(seen);
          return of(known, known.ran());
        });
  }

  /** Whether another track asks for a label by its name. */
  boolean isNamed(Label label) {
    return answers.isNamed(label);
  }

  /** Whether it matters to the others for nothing but the labels that it enters. */
  boolean onlyFires() {
    return asked.onlyFires();
  }

  private Known known(TrackView view) {
    Prospects.Ahead ahead = prospects.of(pair(view));
    TrackDecision decision = ahead.decision();
    Optional<Known> next = next(view, decision).map(this::known);
    boolean back = next.isEmpty() && asked.isDriven() && setsBack(ahead);
    return new Known(
        new Own(view, decision),
        ahead,
        next,
        view.base().filter(b -> back).map(base -> prospects.of(pair(setBack(base)))));
  }

  /** Whether its move would be set back if criteria refused it. */
  private boolean setsBack(Prospects.Ahead ahead) {
    return asked.criteria()
        && ahead.refused().filter(r -> r.reason() == Reason.CORRECTED).isPresent();
  }

  /**
   * How a state answers.
   *
   * @param ran the label that rules last ran for
   */
  private List<Object> of(Known known, Optional<Label> ran) {
    Own own = known.own();
    List<Object> all = new ArrayList<>(answers.of(ran(own.view(), ran), own));
    all.add(asked.isDriven() ? known.ahead().answers(ran) : List.of());
    if (known.next().isPresent()) {
      Known next = known.next().get();
      all.add(of(next, ranThen(own.view(), ran, next)));
    } else if (asked.criteria()) {
      all.add(known.ahead().refused().map(this::refused));
      all.add(own.view().base().map(b -> known.back().map(a -> a.answers(ran))));
    }
    return all;
  }

  /** The label that rules last ran for once the next decision is due: a step back is kept. */
  private Optional<Label> ranThen(TrackView view, Optional<Label> ran, Known next) {
    Optional<Label> from = view.base().map(Base::label);
    Optional<Label> to = next.own().view().base().map(Base::label);
    return from.isEmpty() || to.isEmpty()
        ? next.ran()
        : from.filter(f -> !track.waysBack(f, to.orElseThrow()).isEmpty()).or(() -> ran);
  }

  /** What criteria make of its own move, and what that requires. */
  private List<Object> refused(Prospects.Refused refused) {
    Optional<LabelMapping> label =
        refused.label().filter(l -> asked.requires()).flatMap(track::label);
    return List.of(
        refused.source(),
        refused.reason(),
        refused.written(),
        label.flatMap(LabelMapping::requires),
        label.flatMap(LabelMapping::companionDefault));
  }

  /** Where a decision leads that does not tell by itself what comes next. */
  private static Optional<TrackView> next(TrackView view, TrackDecision decision) {
    return isFirstOfTwo(decision.reason())
        ? Optional.of(Lead.seenBefore(Syncs.next(view, decision)))
        : Optional.empty();
  }

  private static boolean isFirstOfTwo(Reason reason) {
    return reason == Reason.BLANK_SETTLES || reason == Reason.CORRECTED;
  }

  private TrackView setBack(Base base) {
    Base agreed = words.base(base.label(), base.evidence());
    return new TrackView(
        Optional.of(agreed),
        shows(agreed.salesforce()),
        shows(agreed.hubspot()),
        Syncs.memory(0, Optional.empty()));
  }

  private static Observation shows(Optional<RawValue> value) {
    return value.map(Observation::of).orElseGet(() -> Observation.of(Observation.Kind.BLANK));
  }

  /** Whether it can matter which label rules last ran for. */
  private boolean ranMatters(Known known, Stands stands) {
    return known.own().view().base().isPresent()
        && asked.areRules()
        && !stands.isStill(known.own().reason());
  }

  /** Where the labels that rules may go on from stand to what they lead to. */
  private List<Integer> placed(Known known, Stands stands) {
    TrackView view = known.own().view();
    return List.of(
        stands.rank(known.own().to()),
        stands.rank(view.base().map(Base::label)),
        stands.rank(answers.says(view, Side.SALESFORCE)),
        stands.rank(answers.says(view, Side.HUBSPOT)));
  }

  /** One label for each way in which it can matter that rules last ran for it. */
  private Map<Long, Label> ran(Known known, Stands stands) {
    TrackView view = known.own().view();
    return stands.ran(
        List.of(known.own().to(), known.next().flatMap(n -> n.own().to())),
        List.of(
            view.base().map(Base::label),
            answers.says(view, Side.SALESFORCE),
            answers.says(view, Side.HUBSPOT)));
  }

  private static TrackView ran(TrackView view, Optional<Label> label) {
    return new TrackView(
        view.base().map(base -> changed(base, base.evidence(), label)),
        view.salesforce(),
        view.hubspot(),
        view.memory());
  }

  private static Base changed(Base base, Optional<Evidence> evidence, Optional<Label> ran) {
    return new Base(
        base.label(), base.salesforce(), base.hubspot(), evidence, ran, base.fingerprint());
  }

  private PairView pair(TrackView view) {
    return lead.pair(Map.of(track.track(), view));
  }
}
