package io.stagesync.proof;

import static io.stagesync.mapping.DiagnosticId.BACKWARD_RULE_BESIDE;
import static io.stagesync.mapping.DiagnosticId.CRITERION_UNMEETABLE;
import static io.stagesync.mapping.DiagnosticId.RULE_BACKWARD;
import static io.stagesync.mapping.DiagnosticId.RULE_BELOW_FLOOR;
import static io.stagesync.mapping.DiagnosticId.RULE_CHAIN;
import static io.stagesync.mapping.DiagnosticId.RULE_CYCLE;
import static io.stagesync.mapping.DiagnosticId.RULE_DRIVES_ITSELF;
import static io.stagesync.mapping.DiagnosticId.RULE_DRIVES_ONE_WAY;
import static io.stagesync.mapping.DiagnosticId.RULE_NEVER_WRITES;
import static io.stagesync.mapping.DiagnosticId.RULE_ORDER_MATTERS;
import static io.stagesync.mapping.DiagnosticId.RULE_WITHOUT_CONDITION;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Rules that go round, wait for ever, or hang on their order; between two plain tracks. */
final class RuleHarms {
  private RuleHarms() {}

  static final List<Harm> ALL =
      List.of(
          harm(RULE_CYCLE, RuleHarms::circle),
          harm(RULE_DRIVES_ITSELF, (d, a, b) -> rule(d, a, 0, a, 1, Optional.of(name(a, 0)))),
          harm(RULE_WITHOUT_CONDITION, (d, a, b) -> rule(d, a, 0, b, 0, Optional.empty())),
          harm(RULE_ORDER_MATTERS, RuleHarms::atOnce),
          harm(RULE_ORDER_MATTERS, RuleHarms::oneAfterTheOther),
          harm(RULE_ORDER_MATTERS, RuleHarms::oneFromTheOther),
          harm(RULE_BACKWARD, RuleHarms::back),
          harm(RULE_BELOW_FLOOR, RuleHarms::belowFloor),
          harm(BACKWARD_RULE_BESIDE, RuleHarms::backTwice),
          harm(RULE_DRIVES_ONE_WAY, RuleHarms::oneWay),
          harm(RULE_NEVER_WRITES, RuleHarms::toNoWord),
          harm(CRITERION_UNMEETABLE, RuleHarms::undoneCriterion),
          harm(RULE_CHAIN, RuleHarms::chain));

  /** Writes rules between two tracks that have two labels or more with words on both sides. */
  private interface Between {
    void write(Draft draft, TrackDraft driver, TrackDraft driven);
  }

  private static Harm harm(DiagnosticId id, Between rules) {
    return new Harm(
        id,
        (draft, dice) -> {
          List<TrackDraft> tracks = draft.tracks.stream().filter(t -> said(t).size() > 1).toList();
          if (tracks.size() < 2) {
            return false;
          }
          draft.rules.clear();
          draft.conversion = Optional.empty();
          draft.scope = Optional.empty();
          draft.tracks.forEach(RuleHarms::plain);
          boolean swap = dice.chance(50);
          rules.write(draft, tracks.get(swap ? 1 : 0), tracks.get(swap ? 0 : 1));
          return true;
        });
  }

  /** Labels with words of their own on both sides. */
  static List<LabelDraft> said(TrackDraft track) {
    return track.lone()
        ? List.of()
        : track.labels.stream()
            .filter(l -> l.words.values().stream().allMatch(w -> w.is(Said.OWN)))
            .toList();
  }

  /** Leaves words and fields, and nothing that holds a move. */
  private static void plain(TrackDraft track) {
    track.direction = "two-way";
    track.policies.clear();
    track.ways.clear();
    for (LabelDraft label : track.labels) {
      label.rank = Optional.empty();
      label.branch = "";
      label.owner = "";
      label.requires = "";
      label.byDefault = "";
      label.fromOpportunity = false;
      label.partner = List.of();
    }
  }

  private static void ranked(TrackDraft track) {
    int rank = 10;
    for (LabelDraft label : track.labels) {
      label.rank = Optional.of(rank);
      rank += 10;
    }
  }

  private static String name(TrackDraft track, int number) {
    List<LabelDraft> said = said(track);
    return said.get(Math.min(number, said.size() - 1)).name;
  }

  private static void rule(
      Draft draft,
      TrackDraft driver,
      int enters,
      TrackDraft driven,
      int to,
      Optional<String> onlyIf) {
    draft.rules.add(
        new RuleDraft(driver.name, name(driver, enters), driven.name, name(driven, to), onlyIf));
  }

  private static void circle(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
    rule(draft, b, 1, a, 1, Optional.of(name(a, 0)));
    rule(draft, a, 1, b, 0, Optional.of(name(b, 1)));
    rule(draft, b, 0, a, 0, Optional.of(name(a, 1)));
  }

  private static void atOnce(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 0, Optional.of(""));
    rule(draft, a, 0, b, 1, Optional.of(""));
  }

  private static void oneAfterTheOther(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 0, Optional.of(""));
    rule(draft, a, 1, b, 1, Optional.of(""));
  }

  private static void oneFromTheOther(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 0, Optional.of(""));
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
  }

  private static void back(Draft draft, TrackDraft a, TrackDraft b) {
    ranked(b);
    rule(draft, a, 0, b, 0, Optional.of(name(b, 1)));
  }

  private static void belowFloor(Draft draft, TrackDraft a, TrackDraft b) {
    ranked(a);
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
    b.floor = Optional.of(new ScopeDraft(a.name, name(a, 1)));
  }

  private static void backTwice(Draft draft, TrackDraft a, TrackDraft b) {
    ranked(b);
    b.ways.add(new WayDraft(List.of(name(b, 1)), name(b, 0), ""));
    b.ways.add(new WayDraft(List.of(name(b, 2)), name(b, 0), ""));
    rule(draft, a, 0, b, 0, Optional.of(name(b, 1)));
    rule(draft, a, 1, b, 1, Optional.of(name(b, 0)));
  }

  private static void oneWay(Draft draft, TrackDraft a, TrackDraft b) {
    b.direction = "to-hubspot";
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
  }

  private static void toNoWord(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
    LabelDraft target = b.label(name(b, 1));
    b.labels.forEach(
        l -> {
          WordsDraft words = l.on(Side.HUBSPOT);
          if (words.is(Said.SHARES) && words.lender().equals(target.name)) {
            l.words.put(Side.HUBSPOT, WordsDraft.sharing(name(b, 0)));
          }
        });
    target.words.put(Side.HUBSPOT, WordsDraft.of(Said.NONE));
  }

  /** Who enters is taken by a rule to where the criterion does not hold. */
  private static void undoneCriterion(Draft draft, TrackDraft a, TrackDraft b) {
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
    a.label(name(a, 0)).entry.put(b.name, List.of(name(b, 0)));
  }

  /** Over two tracks more than anybody follows. */
  private static void chain(Draft draft, TrackDraft a, TrackDraft b) {
    TrackDraft third = more(draft, "more0");
    TrackDraft fourth = more(draft, "more1");
    rule(draft, a, 0, b, 1, Optional.of(name(b, 0)));
    rule(draft, b, 1, third, 1, Optional.of(name(third, 0)));
    rule(draft, third, 1, fourth, 1, Optional.of(name(fourth, 0)));
  }

  private static TrackDraft more(Draft draft, String name) {
    TrackDraft track = new TrackDraft(name);
    track.fields.put(Side.SALESFORCE, "Lead." + name + "__c");
    track.fields.put(Side.HUBSPOT, "contact." + name);
    for (String word : List.of("m0", "m1")) {
      LabelDraft label = new LabelDraft(word);
      track.fields.keySet().forEach(s -> label.words.put(s, WordsDraft.own(List.of(word))));
      track.labels.add(label);
    }
    draft.tracks.add(track);
    return track;
  }
}
