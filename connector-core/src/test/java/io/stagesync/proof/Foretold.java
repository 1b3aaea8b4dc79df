package io.stagesync.proof;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What is to become of one track of one open lead, told from the draft and the contract: no word of
 * the program's own decisions takes part. Tells the values that both sides come to rest on.
 */
final class Foretold {
  private final Draft draft;
  private final TrackDraft track;
  private final Meanings meanings;
  private final BiPredicate<Side, String> offered;
  private final Optional<Side> later;
  private final Map<Side, String> shown = new EnumMap<>(Side.class);
  private Optional<String> base;

  /**
   * @param offered whether a side takes a word for this record
   * @param later the side that changed last, where that is certain
   */
  Foretold(
      Draft draft,
      Meanings meanings,
      BiPredicate<Side, String> offered,
      Optional<Side> later,
      Optional<String> base,
      String salesforce,
      String hubspot) {
    this.draft = draft;
    this.track = meanings.track();
    this.meanings = meanings;
    this.offered = offered;
    this.later = later;
    this.base = base;
    shown.put(Side.SALESFORCE, salesforce);
    shown.put(Side.HUBSPOT, hubspot);
  }

  String shown(Side side) {
    return Objects.requireNonNull(shown.get(side));
  }

  /** What both sides are agreed on in the end; empty: nothing yet, or no longer anything. */
  Optional<String> base() {
    return base;
  }

  /** Lets the track come to rest. */
  Foretold rest() {
    for (int i = 0; i < 5; i++) {
      Map<Side, String> before = Map.copyOf(shown);
      step();
      if (before.equals(shown)) {
        return this;
      }
    }
    throw new AssertionError("the contract itself does not come to rest: " + shown);
  }

  private void step() {
    for (Side side : Side.values()) {
      String value = shown(side);
      boolean known = value.isEmpty() || !meanings.of(side, value).isEmpty();
      if (track.has(side)
          && (meanings.ignored(side, value) || !known || meanings.converted(side, value))) {
        return;
      }
    }
    if (track.lone()) {
      Side side = track.fields.keySet().iterator().next();
      base = label(side);
      return;
    }
    if (shown(Side.SALESFORCE).isEmpty() && shown(Side.HUBSPOT).isEmpty()) {
      base = Optional.empty();
      return;
    }
    Optional<String> common = common();
    if (common.isPresent()) {
      base = common;
      return;
    }
    table();
  }

  private Optional<String> common() {
    Set<String> salesforce = meanings.of(Side.SALESFORCE, shown(Side.SALESFORCE));
    Set<String> hubspot = meanings.of(Side.HUBSPOT, shown(Side.HUBSPOT));
    return base.filter(b -> salesforce.contains(b) && hubspot.contains(b))
        .or(() -> salesforce.stream().filter(hubspot::contains).findFirst());
  }

  private Optional<String> label(Side side) {
    return base.filter(b -> means(side, b)).or(() -> meanings.own(side, shown(side)));
  }

  private boolean means(Side side, String label) {
    return meanings.of(side, shown(side)).contains(label);
  }

  private void table() {
    for (Side blank : Side.values()) {
      if (label(blank).isEmpty()) {
        Side other = blank.other();
        if (base.isEmpty()) {
          push(other, "filled");
        } else if (!means(other, base.get())) {
          push(other, "moved");
        } else if (track.policy("clears", "refill").equals("propagate")) {
          clear(blank);
        } else if (track.writes(blank)) {
          set(blank, base.get());
        }
        return;
      }
    }
    if (base.isEmpty()) {
      decide(track.policy("first-sync", "report-only"), "first sight");
    } else if (means(Side.SALESFORCE, base.get())) {
      push(Side.HUBSPOT, "moved");
    } else if (means(Side.HUBSPOT, base.get())) {
      push(Side.SALESFORCE, "moved");
    } else {
      decide(track.policy("conflict", "review"), "won");
    }
  }

  private void decide(String rule, String how) {
    if (rule.equals("report-only")) {
      return;
    }
    for (Side side : Side.values()) {
      if (!track.writes(side)) {
        push(side, how);
        return;
      }
    }
    Optional<Side> winner =
        switch (rule) {
          case "salesforce-wins" -> Optional.of(Side.SALESFORCE);
          case "hubspot-wins" -> Optional.of(Side.HUBSPOT);
          case "latest-wins" -> later;
          case "furthest-wins" -> furthest();
          default -> Optional.empty();
        };
    winner.ifPresent(side -> push(side, how));
  }

  private Optional<Side> furthest() {
    String salesforce = label(Side.SALESFORCE).orElseThrow();
    String hubspot = label(Side.HUBSPOT).orElseThrow();
    boolean recycled =
        base.filter(b -> !ways(b, salesforce).isEmpty() || !ways(b, hubspot).isEmpty()).isPresent();
    if (recycled) {
      return Optional.empty();
    }
    return track.precedes(hubspot, salesforce)
        ? Optional.of(Side.SALESFORCE)
        : track.precedes(salesforce, hubspot) ? Optional.of(Side.HUBSPOT) : Optional.empty();
  }

  /** The declared ways that lead back. */
  private List<WayDraft> ways(String from, String to) {
    return track.precedes(to, from)
        ? track.ways.stream().filter(w -> w.leads(from, to)).toList()
        : List.of();
  }

  /** Those that say who goes them: all that lead back, and a re-entry that names a team. */
  private List<WayDraft> waysOfSomebody(String from, String to) {
    List<WayDraft> back = ways(from, to);
    return back.isEmpty()
        ? track.ways.stream().filter(w -> w.leads(from, to) && !w.by().isEmpty()).toList()
        : back;
  }

  private void push(Side from, String how) {
    Side to = from.other();
    String label = label(from).orElseThrow();
    LabelDraft said = track.label(label);
    boolean judged = !how.equals("filled");
    boolean owned = track.writes(to) && (!judged || mayEnter(from, label));
    if (owned && said.fromOpportunity && from == Side.HUBSPOT) {
      return;
    }
    if (owned && (!judged || mayMove(to, label))) {
      set(to, label);
    } else if (how.equals("moved")) {
      correct();
    }
  }

  private void clear(Side blank) {
    if (!track.writes(blank.other())) {
      correct();
    } else if (!"Lead.Status".equals(track.fields.get(blank.other()))) {
      shown.put(blank.other(), "");
    }
  }

  private boolean mayEnter(Side from, String label) {
    Optional<String> start = base.or(() -> label(from.other()));
    List<WayDraft> ways = start.map(s -> waysOfSomebody(s, label)).orElse(List.of());
    return ways.isEmpty()
        ? sits(track.label(label).owner, from)
        : ways.stream().anyMatch(w -> sits(w.by(), from));
  }

  private boolean sits(String team, Side side) {
    return team.isEmpty() || Objects.equals(draft.teams.get(team), side);
  }

  private boolean mayMove(Side to, String label) {
    Optional<String> there = label(to);
    boolean person = base.map(b -> forward(b, label) && !skips(b, label)).orElse(true);
    boolean record = there.map(t -> forward(t, label)).orElse(true);
    boolean sight = base.isPresent() || there.map(t -> !skips(t, label)).orElse(true);
    return person && record && sight;
  }

  private boolean forward(String from, String to) {
    return !track.precedes(to, from) || !ways(from, to).isEmpty();
  }

  private boolean skips(String from, String to) {
    return track.policy("skips", "allowed").equals("refused")
        && track.ways.stream().noneMatch(w -> w.cycle() && w.leads(from, to))
        && track.labels.stream()
            .anyMatch(l -> track.precedes(from, l.name) && track.precedes(l.name, to));
  }

  /** Both sides go back to the base, or none does. */
  private void correct() {
    if (!track.policy("refused-edits", "hold").equals("correct")) {
      return;
    }
    String back = base.orElseThrow();
    Map<Side, String> words = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      if (track.writes(side) && !means(side, back)) {
        Optional<String> word = word(side, back);
        if (word.isEmpty()) {
          return;
        }
        words.put(side, word.get());
      }
    }
    boolean held = words.size() < 2 ? agreesOnWhatStays(words) : eachWaitsForTheOther(words);
    if (!held) {
      shown.putAll(words);
    }
  }

  /** What is set back could mean what the other side shows, which nobody may write. */
  private boolean agreesOnWhatStays(Map<Side, String> words) {
    return words.entrySet().stream()
        .anyMatch(
            word -> {
              Side stays = word.getKey().other();
              return !track.writes(stays)
                  && meanings.of(word.getKey(), word.getValue()).stream()
                      .anyMatch(meanings.of(stays, shown(stays))::contains)
                  && !means(stays, base.orElseThrow());
            });
  }

  /**
   * Both are set back only where one was cleared while the other moved. Filled first, the blank may
   * agree with what the other side shows; set back first, the refused side may agree with the
   * blank, or be cleared with it.
   */
  private boolean eachWaitsForTheOther(Map<Side, String> words) {
    Side blank = shown(Side.SALESFORCE).isEmpty() ? Side.SALESFORCE : Side.HUBSPOT;
    Side refused = blank.other();
    boolean fillingAgrees =
        meanings.of(blank, words.getOrDefault(blank, "")).stream()
            .anyMatch(meanings.of(refused, shown(refused))::contains);
    boolean restoringAgrees =
        meanings.of(refused, words.getOrDefault(refused, "")).stream()
            .anyMatch(meanings.of(blank, "")::contains);
    return fillingAgrees
        && (restoringAgrees || track.policy("clears", "refill").equals("propagate"));
  }

  private void set(Side side, String label) {
    word(side, label).ifPresent(word -> shown.put(side, word));
  }

  private Optional<String> word(Side side, String label) {
    return meanings.words(side, label).stream().filter(w -> offered.test(side, w)).findFirst();
  }
}
