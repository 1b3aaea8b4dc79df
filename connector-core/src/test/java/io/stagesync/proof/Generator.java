package io.stagesync.proof;

import io.stagesync.proof.Draft.ConversionDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Says mapping files that make sense; the same seed says the same one. */
final class Generator {
  private final SplittableRandom random;
  private final Draft draft = new Draft();

  private Generator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draft draft(long seed) {
    Draft draft = plain(seed);
    new ReachGenerator(draft, seed).write();
    new SettingGenerator(draft, seed).write();
    return draft;
  }

  /** Words, ranks, owners, rules and what an opportunity says, and no more. */
  static Draft plain(long seed) {
    return new Generator(seed).write();
  }

  private Draft write() {
    draft.teams.put("sales", Side.SALESFORCE);
    draft.teams.put("marketing", Side.HUBSPOT);
    if (chance(20)) {
      draft.teams.put("partners", any(Side.values()));
    }
    int size = 1 + (chance(60) ? 1 : 0) + (chance(25) ? 1 : 0);
    for (int i = 0; i < size; i++) {
      draft.tracks.add(track(i));
    }
    draft.tracks.forEach(this::companions);
    new RuleGenerator(draft, random).write();
    if (chance(45)) {
      conversion();
    }
    if (chance(12)) {
      draft.tracks.stream()
          .filter(TrackDraft::ordered)
          .findFirst()
          .ifPresent(t -> draft.scope = Optional.of(new ScopeDraft(t.name, any(t.labels).name)));
    }
    draft.tracks.forEach(this::owners);
    draft.tracks.forEach(this::ways);
    return draft;
  }

  private TrackDraft track(int number) {
    TrackDraft track = new TrackDraft("t" + number);
    boolean stage = number == 0 && chance(60);
    boolean status = number == 1 && chance(60);
    boolean lone = chance(8);
    Side alone = any(Side.values());
    if (!lone || alone == Side.SALESFORCE) {
      track.fields.put(
          Side.SALESFORCE,
          stage ? "Lead.Lead_Stage__c" : status ? "Lead.Status" : "Lead.F" + number + "__c");
    }
    if (!lone || alone == Side.HUBSPOT) {
      track.fields.put(
          Side.HUBSPOT,
          stage
              ? "contact.lifecyclestage"
              : status ? "contact.hs_lead_status" : "contact.f" + number);
    }
    if (!lone && chance(25)) {
      track.direction = any("to-hubspot", "to-salesforce");
    }
    labels(track, chance(65));
    policies(track, status && track.has(Side.SALESFORCE));
    for (Side side : track.fields.keySet()) {
      if (chance(35)) {
        track.ignored.put(side, chance(50) ? List.of("I0") : List.of("I0", "I1"));
      }
    }
    return track;
  }

  private void policies(TrackDraft track, boolean status) {
    boolean ordered = track.ordered();
    if (ordered && chance(12)) {
      track.policies.put("skips", "refused");
    }
    if (track.lone()) {
      return;
    }
    if (track.direction.equals("two-way")) {
      List<String> rules =
          new ArrayList<>(List.of("salesforce-wins", "hubspot-wins", "latest-wins"));
      if (ordered) {
        rules.add("furthest-wins");
        rules.add("furthest-wins");
      }
      track.policies.put("conflict", chance(15) ? "review" : any(rules));
      track.policies.put("first-sync", chance(20) ? "report-only" : any(rules));
    } else if (chance(70)) {
      String source = track.direction.equals("to-hubspot") ? "salesforce-wins" : "hubspot-wins";
      track.policies.put("first-sync", chance(70) ? source : "report-only");
    }
    if (chance(40)) {
      track.policies.put("refused-edits", "correct");
    }
    if (chance(35) && !(status && track.writes(Side.SALESFORCE))) {
      track.policies.put("clears", "propagate");
    }
  }

  private void labels(TrackDraft track, boolean ordered) {
    int size = 2 + random.nextInt(5);
    int rank = 10;
    boolean partner = track.has(Side.SALESFORCE) && chance(30);
    boolean converted = "Lead.Status".equals(track.fields.get(Side.SALESFORCE)) && chance(60);
    for (int i = 0; i < size; i++) {
      LabelDraft label = new LabelDraft("l" + i);
      if (ordered) {
        label.rank = Optional.of(rank);
        rank += chance(8) ? 0 : 10;
      }
      for (Side side : Side.values()) {
        label.words.put(side, track.has(side) ? words(track, side, i) : WordsDraft.of(Said.NONE));
      }
      boolean said = label.words.values().stream().anyMatch(w -> w.is(Said.OWN));
      if (!said) {
        Side side = track.fields.keySet().iterator().next();
        label.words.put(side, own(side, i));
      }
      if (converted && i == size - 1) {
        label.words.put(Side.SALESFORCE, WordsDraft.of(Said.CONVERTED));
      }
      if (partner && label.on(Side.SALESFORCE).is(Said.OWN) && chance(50)) {
        label.partner = chance(30) ? List.of("P" + i, "P" + i + "b") : List.of("P" + i);
      }
      track.labels.add(label);
    }
    if (ordered && size > 2 && chance(20)) {
      branches(track);
    }
  }

  /** Two labels or more that lie beside each other. */
  private void branches(TrackDraft track) {
    int from = random.nextInt(track.labels.size() - 1);
    track.labels.get(from).branch = "one";
    track.labels.get(from + 1).branch = "other";
    if (from + 2 < track.labels.size() && chance(50)) {
      track.labels.get(from + 2).branch = any("one", "other");
    }
  }

  private WordsDraft words(TrackDraft track, Side side, int i) {
    int kind = random.nextInt(100);
    if (kind < 10) {
      return WordsDraft.of(Said.NONE);
    }
    List<LabelDraft> lenders = track.labels.stream().filter(l -> l.on(side).is(Said.OWN)).toList();
    return kind < 24 && !lenders.isEmpty() ? WordsDraft.sharing(any(lenders).name) : own(side, i);
  }

  private WordsDraft own(Side side, int i) {
    String word = (side == Side.SALESFORCE ? "S" : "h") + i;
    List<String> words = new ArrayList<>(List.of(word));
    while (words.size() < 4 && chance(25)) {
      words.add(word + "abc".charAt(words.size() - 1));
    }
    return WordsDraft.own(words);
  }

  private void companions(TrackDraft track) {
    List<TrackDraft> others = draft.tracks.stream().filter(t -> t != track).toList();
    for (LabelDraft label : track.labels) {
      if (!others.isEmpty() && chance(8)) {
        TrackDraft companion = any(others);
        label.requires = companion.name;
        label.byDefault = chance(50) ? any(companion.labels).name : "";
      }
    }
  }

  private void conversion() {
    List<TrackDraft> tracks =
        draft.tracks.stream()
            .filter(t -> t.ordered() && t.has(Side.HUBSPOT))
            .filter(t -> t.lone() || t.writes(Side.HUBSPOT))
            .filter(t -> !sayable(t).isEmpty())
            .toList();
    if (tracks.isEmpty()) {
      return;
    }
    TrackDraft track = any(tracks);
    Map<Evidence, String> labels = new EnumMap<>(Evidence.class);
    for (Evidence evidence : List.of(Evidence.OPEN, Evidence.WON, Evidence.LOST, Evidence.NONE)) {
      if (chance(80)) {
        labels.put(evidence, any(sayable(track)).name);
      }
    }
    if (labels.isEmpty()) {
      return;
    }
    for (String label : labels.values()) {
      track.label(label).fromOpportunity |= chance(40);
    }
    draft.conversion = Optional.of(new ConversionDraft(track.name, labels, chance(50)));
  }

  private static List<LabelDraft> sayable(TrackDraft track) {
    return track.labels.stream().filter(l -> !l.on(Side.HUBSPOT).is(Said.NONE)).toList();
  }

  private void owners(TrackDraft track) {
    for (LabelDraft label : track.labels) {
      if (chance(25)) {
        label.owner =
            draft.teams.keySet().stream()
                .filter(team -> canEnter(track, team, label))
                .skip(random.nextInt(2))
                .findFirst()
                .orElse("");
      }
    }
  }

  private boolean canEnter(TrackDraft track, String team, LabelDraft label) {
    return canEnter(draft, track, team, label);
  }

  /** Whether people on a team's side can bring a record to a label. */
  static boolean canEnter(Draft draft, TrackDraft track, String team, LabelDraft label) {
    Side side = draft.teams.getOrDefault(team, Side.SALESFORCE);
    boolean leads = track.lone() || track.direction.equals("two-way") || !track.writes(side);
    return leads && track.has(side) && label.on(side).is(Said.OWN);
  }

  private void ways(TrackDraft track) {
    if (!track.ordered()) {
      return;
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      LabelDraft to = any(track.labels);
      List<String> from =
          track.labels.stream()
              .filter(l -> track.precedes(to.name, l.name))
              .filter(l -> chance(60))
              .map(l -> l.name)
              .toList();
      List<String> by =
          draft.teams.keySet().stream().filter(team -> canEnter(track, team, to)).toList();
      if (!from.isEmpty() && !by.isEmpty()) {
        track.ways.add(new WayDraft(from, to.name, chance(60) ? any(by) : ""));
      }
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  @SafeVarargs
  private final <T> T any(T... some) {
    return some[random.nextInt(some.length)];
  }
}
