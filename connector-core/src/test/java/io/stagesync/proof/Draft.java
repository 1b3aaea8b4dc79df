package io.stagesync.proof;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A mapping file in the making: what a generator says, before anybody read it. */
final class Draft {
  static final String PARTNER = "Partner";

  final Map<String, Side> teams = new LinkedHashMap<>();
  final List<TrackDraft> tracks = new ArrayList<>();
  final List<RuleDraft> rules = new ArrayList<>();
  Optional<ConversionDraft> conversion = Optional.empty();
  Optional<ScopeDraft> scope = Optional.empty();

  /** Who takes part in a pilot; empty: there is none. */
  Optional<PilotDraft> pilot = Optional.empty();

  /** How many writes a run may make, and which share of them toward one value; empty: very many. */
  Optional<LimitDraft> limits = Optional.empty();

  /** Whether it gives names to what writes in its tracks. */
  boolean external;

  /** What became of labels that the file used to have. */
  final List<LabelChangeDraft> labelChanges = new ArrayList<>();

  /** What the tracks of a new lead begin with. */
  final Map<String, String> first = new LinkedHashMap<>();

  /** Whether leads are never converted. */
  boolean neverConverted;

  /** Whether it names attributes. */
  boolean attributes;

  /** How a side says a label. */
  enum Said {
    OWN,
    SHARES,
    NONE,
    CONVERTED,
    /** The file says nothing at all. */
    MISSING
  }

  /** The words of a label on one side. */
  record WordsDraft(Said said, List<String> words, String lender) {
    WordsDraft {
      words = List.copyOf(words);
    }

    static WordsDraft own(List<String> words) {
      return new WordsDraft(Said.OWN, words, "");
    }

    static WordsDraft sharing(String lender) {
      return new WordsDraft(Said.SHARES, List.of(), lender);
    }

    static WordsDraft of(Said said) {
      return new WordsDraft(said, List.of(), "");
    }

    boolean is(Said other) {
      return said == other;
    }
  }

  /** A label. */
  static final class LabelDraft {
    String name;
    Optional<Integer> rank = Optional.empty();
    String branch = "";
    final Map<Side, WordsDraft> words = new EnumMap<>(Side.class);

    /** Salesforce's words for record type Partner; empty: none of its own. */
    List<String> partner = List.of();

    String owner = "";
    String requires = "";
    String byDefault = "";
    boolean fromOpportunity;

    /** What other tracks have to show when a person enters, or leaves. */
    final Map<String, List<String>> entry = new LinkedHashMap<>();

    final Map<String, List<String>> exit = new LinkedHashMap<>();

    /** How many people a run may bring there; empty: any number. */
    Optional<Integer> cap = Optional.empty();

    LabelDraft(String name) {
      this.name = name;
    }

    WordsDraft on(Side side) {
      return Objects.requireNonNull(words.get(side));
    }
  }

  /** A track. */
  static final class TrackDraft {
    final String name;
    final Map<Side, String> fields = new EnumMap<>(Side.class);

    /** {@code two-way}, {@code to-hubspot}, {@code to-salesforce}. */
    String direction = "two-way";

    /** Whether a track with one field says its direction, which then is two-way. */
    boolean saysDirection;

    /** Policies by key, those that the file says. */
    final Map<String, String> policies = new LinkedHashMap<>();

    final List<LabelDraft> labels = new ArrayList<>();
    final Map<Side, List<String>> ignored = new EnumMap<>(Side.class);
    final List<WayDraft> ways = new ArrayList<>();
    Optional<ScopeDraft> floor = Optional.empty();
    final List<ChangeDraft> changes = new ArrayList<>();

    /** Who may change the fields, as the file says it; a side that is missing: anybody. */
    final Map<Side, List<String>> writers = new EnumMap<>(Side.class);

    TrackDraft(String name) {
      this.name = name;
    }

    boolean has(Side side) {
      return fields.containsKey(side);
    }

    boolean ordered() {
      return labels.stream().anyMatch(l -> l.rank.isPresent());
    }

    boolean lone() {
      return fields.size() == 1;
    }

    boolean writes(Side side) {
      return direction.equals("two-way") || direction.equals("to-" + side.key());
    }

    String policy(String key, String otherwise) {
      return policies.getOrDefault(key, otherwise);
    }

    LabelDraft label(String wanted) {
      return labels.stream().filter(l -> l.name.equals(wanted)).findFirst().orElseThrow();
    }

    /** Whether one label comes before another: by rank, but not across branches side by side. */
    boolean precedes(String one, String other) {
      if (labels.stream().filter(l -> l.name.equals(one) || l.name.equals(other)).count() < 2) {
        return false;
      }
      LabelDraft a = label(one);
      LabelDraft b = label(other);
      if (a.rank.isEmpty() || b.rank.isEmpty() || a.rank.get() >= b.rank.get()) {
        return false;
      }
      boolean parted = !a.branch.isEmpty() && !b.branch.isEmpty() && !a.branch.equals(b.branch);
      return !parted
          || labels.stream()
              .filter(l -> l.branch.isEmpty() && l.rank.isPresent())
              .anyMatch(l -> a.rank.get() < l.rank.get() && l.rank.get() < b.rank.get());
    }
  }

  /**
   * A way back.
   *
   * @param cycle whether who goes it begins the next cycle
   */
  record WayDraft(List<String> from, String to, String by, boolean cycle) {
    WayDraft {
      from = List.copyOf(from);
    }

    WayDraft(List<String> from, String to, String by) {
      this(from, to, by, false);
    }

    boolean leads(String start, String end) {
      return from.contains(start) && to.equals(end);
    }
  }

  /**
   * A rule.
   *
   * @param onlyIf empty: no condition; an empty text: blank
   */
  record RuleDraft(
      String when, String enters, String driven, String target, Optional<String> onlyIf) {}

  /**
   * A label that became another one, or several.
   *
   * @param now empty: it was retired
   */
  record LabelChangeDraft(String track, String was, List<String> now) {
    LabelChangeDraft {
      now = List.copyOf(now);
    }
  }

  /** A word that became another one. */
  record ChangeDraft(Side side, String was, String now) {}

  /** What an opportunity says. */
  record ConversionDraft(String track, Map<Evidence, String> labels, boolean correct) {
    ConversionDraft {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * Who takes part.
   *
   * @param track empty: the file does not name it
   */
  record ScopeDraft(String track, String notBelow) {}

  /** What a run may change without a person. */
  record LimitDraft(int changes, int towardOneValue) {}

  /**
   * A pilot.
   *
   * @param shows what the lead's field has to show, one of these; empty: nothing is asked of it
   * @param listed whether the contact has to be in the list
   */
  record PilotDraft(List<String> shows, boolean listed) {
    PilotDraft {
      shows = List.copyOf(shows);
    }
  }

  TrackDraft track(String name) {
    return tracks.stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
  }
}
