package io.stagesync.proof;

import static io.stagesync.mapping.DiagnosticId.AGAINST_DIRECTION;
import static io.stagesync.mapping.DiagnosticId.AMBIGUOUS_LABEL;
import static io.stagesync.mapping.DiagnosticId.BACKWARD_BY_NOBODY;
import static io.stagesync.mapping.DiagnosticId.BRANCH_ALONE;
import static io.stagesync.mapping.DiagnosticId.CLEARS_REQUIRED_FIELD;
import static io.stagesync.mapping.DiagnosticId.CONVERSION_NO_WORD;
import static io.stagesync.mapping.DiagnosticId.CONVERSION_TRACK;
import static io.stagesync.mapping.DiagnosticId.FROM_OPPORTUNITY;
import static io.stagesync.mapping.DiagnosticId.NEEDS_RANKS;
import static io.stagesync.mapping.DiagnosticId.NOT_BACKWARD;
import static io.stagesync.mapping.DiagnosticId.ONE_FIELD_ONLY;
import static io.stagesync.mapping.DiagnosticId.OWNER_CANNOT_ENTER;
import static io.stagesync.mapping.DiagnosticId.RANK_MISSING;
import static io.stagesync.mapping.DiagnosticId.TRACK_WITHOUT_FIELD;
import static io.stagesync.mapping.DiagnosticId.UNKNOWN_LABEL;
import static io.stagesync.mapping.DiagnosticId.UNKNOWN_TEAM;
import static io.stagesync.mapping.DiagnosticId.UNKNOWN_TRACK;

import io.stagesync.proof.Draft.ConversionDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Ranks, policies, owners, ways back and conversions that do not fit together. */
final class PolicyHarms {
  private PolicyHarms() {}

  static final List<Harm> ALL =
      List.of(
          new Harm(
              RANK_MISSING,
              ordered(t -> t.labels.get(t.labels.size() - 1).rank = Optional.empty())),
          new Harm(
              RANK_MISSING,
              ordered(t -> t.labels.get(t.labels.size() / 2).rank = Optional.empty())),
          new Harm(NEEDS_RANKS, unordered("conflict", "furthest-wins")),
          new Harm(NEEDS_RANKS, unordered("first-sync", "furthest-wins")),
          new Harm(NEEDS_RANKS, unordered("skips", "refused")),
          new Harm(NEEDS_RANKS, to(t -> !t.ordered(), PolicyHarms::wayInNoOrder)),
          new Harm(NEEDS_RANKS, to(t -> !t.ordered(), t -> t.labels.get(0).branch = "one")),
          new Harm(NEEDS_RANKS, PolicyHarms::scopeInNoOrder),
          new Harm(NEEDS_RANKS, PolicyHarms::conversionInNoOrder),
          new Harm(AGAINST_DIRECTION, oneWay("conflict")),
          new Harm(AGAINST_DIRECTION, oneWay("first-sync")),
          new Harm(ONE_FIELD_ONLY, alone("conflict", "salesforce-wins")),
          new Harm(ONE_FIELD_ONLY, alone("first-sync", "hubspot-wins")),
          new Harm(ONE_FIELD_ONLY, alone("refused-edits", "correct")),
          new Harm(ONE_FIELD_ONLY, alone("clears", "propagate")),
          new Harm(CLEARS_REQUIRED_FIELD, PolicyHarms::clears),
          new Harm(TRACK_WITHOUT_FIELD, to(TrackDraft::lone, t -> t.saysDirection = true)),
          new Harm(BRANCH_ALONE, PolicyHarms::branchAlone),
          new Harm(OWNER_CANNOT_ENTER, PolicyHarms::ownerWithoutWord),
          new Harm(OWNER_CANNOT_ENTER, PolicyHarms::ownerWhoDoesNotLead),
          new Harm(NOT_BACKWARD, PolicyHarms::wayForward),
          new Harm(BACKWARD_BY_NOBODY, PolicyHarms::wayOfNobody),
          new Harm(CONVERSION_TRACK, PolicyHarms::conversionNotWritten),
          new Harm(CONVERSION_NO_WORD, PolicyHarms::conversionWithoutWord),
          new Harm(FROM_OPPORTUNITY, PolicyHarms::neverSaid),
          new Harm(AMBIGUOUS_LABEL, PolicyHarms::scopeOfTwo),
          new Harm(UNKNOWN_TEAM, to(t -> true, t -> t.labels.get(0).owner = "nobody")),
          new Harm(UNKNOWN_TRACK, to(t -> true, t -> t.labels.get(0).requires = "nothing")),
          new Harm(
              UNKNOWN_LABEL,
              ordered(
                  t -> t.ways.add(new WayDraft(List.of("nowhere"), t.labels.get(0).name, "")))));

  private static Harm.Doing to(Predicate<TrackDraft> which, Consumer<TrackDraft> how) {
    return (draft, dice) ->
        Harm.change(dice.maybe(draft.tracks.stream().filter(which).toList()), how);
  }

  private static Harm.Doing ordered(Consumer<TrackDraft> how) {
    return to(t -> t.ordered() && t.labels.size() > 1, how);
  }

  private static Harm.Doing unordered(String key, String value) {
    return to(
        t -> !t.ordered() && !t.lone() && t.direction.equals("two-way"),
        t -> t.policies.put(key, value));
  }

  private static void wayInNoOrder(TrackDraft track) {
    LabelDraft to = track.labels.get(0);
    track.ways.add(new WayDraft(List.of(track.labels.get(1).name), to.name, ""));
  }

  private static boolean scopeInNoOrder(Draft draft, Dice dice) {
    return Harm.change(
        dice.maybe(draft.tracks.stream().filter(t -> !t.ordered()).toList()),
        t -> draft.scope = Optional.of(new ScopeDraft(t.name, dice.any(t.labels).name)));
  }

  private static boolean scopeOfTwo(Draft draft, Dice dice) {
    boolean all = draft.tracks.stream().allMatch(TrackDraft::ordered);
    draft.scope = Optional.of(new ScopeDraft("", draft.tracks.get(0).labels.get(0).name));
    return all && draft.tracks.size() > 1;
  }

  private static boolean conversionInNoOrder(Draft draft, Dice dice) {
    List<TrackDraft> tracks =
        draft.tracks.stream()
            .filter(t -> !t.ordered() && writesHubSpot(t) && inHubSpot(t).size() > 1)
            .toList();
    return draft.conversion.isEmpty()
        && Harm.change(
            dice.maybe(tracks),
            t ->
                draft.conversion =
                    Optional.of(
                        new ConversionDraft(
                            t.name, Map.of(Evidence.OPEN, inHubSpot(t).get(0).name), false)));
  }

  private static boolean writesHubSpot(TrackDraft track) {
    return track.has(Side.HUBSPOT) && (track.lone() || track.writes(Side.HUBSPOT));
  }

  private static List<LabelDraft> inHubSpot(TrackDraft track) {
    return track.labels.stream().filter(l -> l.on(Side.HUBSPOT).is(Said.OWN)).toList();
  }

  private static Harm.Doing oneWay(String key) {
    return to(
        t -> !t.lone() && !t.direction.equals("two-way"),
        t -> {
          String led = t.direction.equals("to-hubspot") ? "hubspot-wins" : "salesforce-wins";
          t.policies.put(key, led);
        });
  }

  private static Harm.Doing alone(String key, String value) {
    return to(TrackDraft::lone, t -> t.policies.put(key, value));
  }

  private static boolean clears(Draft draft, Dice dice) {
    return to(
            t -> !t.lone() && World.isStatus(t, Side.SALESFORCE) && t.writes(Side.SALESFORCE),
            t -> t.policies.put("clears", "propagate"))
        .to(draft, dice);
  }

  private static boolean branchAlone(Draft draft, Dice dice) {
    return to(
            t -> t.ordered() && t.labels.stream().allMatch(l -> l.branch.isEmpty()),
            t -> t.labels.get(0).branch = "alone")
        .to(draft, dice);
  }

  private static boolean ownerWithoutWord(Draft draft, Dice dice) {
    return owner(draft, dice, (t, l, s) -> !l.on(s).is(Said.OWN) && l.partner.isEmpty());
  }

  private static boolean ownerWhoDoesNotLead(Draft draft, Dice dice) {
    return owner(
        draft, dice, (t, l, s) -> !t.lone() && !t.direction.equals("two-way") && t.writes(s));
  }

  /** Whether nobody on a side can enter a label. */
  private interface Shut {
    boolean is(TrackDraft track, LabelDraft label, Side side);
  }

  private static boolean owner(Draft draft, Dice dice, Shut shut) {
    for (TrackDraft track : draft.tracks) {
      for (LabelDraft label : track.labels) {
        boolean byConversion =
            label.fromOpportunity
                || label.words.values().stream().anyMatch(w -> w.is(Said.CONVERTED));
        Optional<String> team =
            dice.maybe(
                draft.teams.entrySet().stream()
                    .filter(e -> shut.is(track, label, e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
        if (!byConversion && team.isPresent()) {
          label.owner = team.get();
          track.ways.removeIf(w -> w.to().equals(label.name));
          return true;
        }
      }
    }
    return false;
  }

  private static boolean wayForward(Draft draft, Dice dice) {
    return to(
            t -> t.ordered() && t.precedes(t.labels.get(0).name, last(t).name),
            t -> t.ways.add(new WayDraft(List.of(t.labels.get(0).name), last(t).name, "")))
        .to(draft, dice);
  }

  private static LabelDraft last(TrackDraft track) {
    return track.labels.get(track.labels.size() - 1);
  }

  private static boolean wayOfNobody(Draft draft, Dice dice) {
    List<TrackDraft> tracks =
        draft.tracks.stream()
            .filter(t -> t.ordered() && !t.lone() && !t.direction.equals("two-way"))
            .filter(t -> t.precedes(t.labels.get(0).name, last(t).name))
            .toList();
    return Harm.change(
        dice.maybe(tracks),
        t -> {
          Side led = t.direction.equals("to-hubspot") ? Side.HUBSPOT : Side.SALESFORCE;
          String team = led == Side.HUBSPOT ? "marketing" : "sales";
          t.ways.clear();
          t.ways.add(new WayDraft(List.of(last(t).name), t.labels.get(0).name, team));
        });
  }

  private static boolean conversionNotWritten(Draft draft, Dice dice) {
    List<TrackDraft> tracks =
        draft.tracks.stream().filter(t -> t.ordered() && !writesHubSpot(t)).toList();
    draft.tracks.forEach(t -> t.labels.forEach(l -> l.fromOpportunity = false));
    return Harm.change(
        dice.maybe(tracks),
        t ->
            draft.conversion =
                Optional.of(
                    new ConversionDraft(
                        t.name, Map.of(Evidence.WON, dice.any(t.labels).name), true)));
  }

  private static boolean conversionWithoutWord(Draft draft, Dice dice) {
    if (draft.conversion.isEmpty()) {
      return false;
    }
    ConversionDraft said = draft.conversion.get();
    List<LabelDraft> wordless =
        draft.track(said.track()).labels.stream()
            .filter(l -> l.on(Side.HUBSPOT).is(Said.NONE))
            .toList();
    draft.tracks.forEach(t -> t.labels.forEach(l -> l.fromOpportunity = false));
    return Harm.change(
        dice.maybe(wordless),
        l ->
            draft.conversion =
                Optional.of(new ConversionDraft(said.track(), Map.of(Evidence.WON, l.name), true)));
  }

  private static boolean neverSaid(Draft draft, Dice dice) {
    List<LabelDraft> unsaid =
        draft.tracks.stream()
            .flatMap(t -> t.labels.stream().filter(l -> !said(draft, t, l)))
            .filter(l -> l.words.values().stream().map(WordsDraft::said).anyMatch(Said.OWN::equals))
            .toList();
    return Harm.change(dice.maybe(unsaid), l -> l.fromOpportunity = true);
  }

  private static boolean said(Draft draft, TrackDraft track, LabelDraft label) {
    return draft.conversion.stream()
        .anyMatch(c -> c.track().equals(track.name) && c.labels().containsValue(label.name));
  }
}
