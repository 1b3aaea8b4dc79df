package io.stagesync.trial;

import io.stagesync.example.Shown;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The edge cases of one track by itself: every word, every step to a neighbour, every declared way
 * back, each kind of conflict, and whatever a side may show that is no word.
 */
final class TrackEdges {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TrackMapping mapping;
  private final Track track;
  private final Edges edges;
  private final List<Side> sides;

  TrackEdges(TrackMapping mapping, Edges edges) {
    this.mapping = mapping;
    this.track = mapping.track();
    this.edges = edges;
    this.sides = Stream.of(Side.values()).filter(s -> mapping.field(s).isPresent()).toList();
  }

  void collect() {
    edges.add(track + ": both sides are blank", Staged.blank(track));
    for (LabelMapping label : mapping.labels()) {
      words(label);
      moves(label.label());
    }
    neighbours().forEach(this::disagreement);
    branches().forEach(this::disagreement);
    for (Side side : sides) {
      noWord(side);
    }
  }

  /** Two labels, one after the other. */
  record Two(Label first, Label second) {}

  /** The labels that stand beside each other in the order of the file or of the ranks. */
  List<Two> neighbours() {
    List<Label> labels = mapping.labels().stream().map(LabelMapping::label).toList();
    return Stream.iterate(1, i -> i < labels.size(), i -> i + 1)
        .map(i -> new Two(labels.get(i - 1), labels.get(i)))
        .toList();
  }

  /** Labels of which neither is further: the first of each branch with that of each other. */
  private List<Two> branches() {
    List<Two> beside = new ArrayList<>();
    List<LabelMapping> first = new ArrayList<>();
    for (LabelMapping label : mapping.labels()) {
      if (label.branch().isPresent()
          && first.stream().noneMatch(f -> f.branch().equals(label.branch()))) {
        first.forEach(other -> beside.add(new Two(other.label(), label.label())));
        first.add(label);
      }
    }
    return beside;
  }

  /** The sides on which a person can bring a record to a label. */
  List<Side> sayable(Label label) {
    return sides.stream()
        .filter(side -> mapping.label(label).filter(l -> said(l, side)).isPresent())
        .toList();
  }

  private static boolean said(LabelMapping label, Side side) {
    Words.Kind kind = label.words(side).kind();
    return kind == Words.Kind.OWN || kind == Words.Kind.SHARES;
  }

  private void words(LabelMapping label) {
    Staged both = Staged.blank(track);
    for (Side side : sides) {
      both = both.shows(track, side, label.label());
    }
    edges.add(track + ": both sides say " + label.label(), both);
    for (Side side : sides) {
      for (RawValue word : label.words(side).values()) {
        edges.add(
            track + ": " + side.displayName() + " says \"" + word + "\" for " + label.label(),
            Staged.agreed(track, label.label()).shows(track, side, Shown.word(word.text())));
      }
      if (said(label, side)) {
        edges.add(
            track + ": only " + side.displayName() + " says " + label.label(),
            Staged.blank(track).shows(track, side, label.label()));
      }
    }
  }

  private void moves(Label from) {
    for (Label to : targets(from)) {
      for (Side side : sayable(to)) {
        edges.add(
            track + ": " + side.displayName() + " moves from " + from + " to " + to,
            Staged.agreed(track, from).shows(track, side, to));
      }
    }
  }

  private Set<Label> targets(Label from) {
    Set<Label> targets = new LinkedHashSet<>();
    for (Two two : neighbours()) {
      if (two.first().equals(from)) {
        targets.add(two.second());
      } else if (two.second().equals(from)) {
        targets.add(two.first());
      }
    }
    mapping.waysBack().stream()
        .filter(way -> way.from().contains(from))
        .map(WayBack::to)
        .forEach(targets::add);
    return targets;
  }

  private void disagreement(Two two) {
    if (sides.size() < 2) {
      return;
    }
    Optional<Label> base =
        mapping.labels().stream()
            .map(LabelMapping::label)
            .filter(l -> !l.equals(two.first()) && !l.equals(two.second()))
            .findFirst();
    for (Two said : List.of(two, new Two(two.second(), two.first()))) {
      Staged first = disagreeing(Staged.blank(track), said, Optional.empty(), Optional.empty());
      String who = "Salesforce says " + said.first() + ", HubSpot " + said.second();
      edges.add(track + ": at first sight " + who, first);
      if (base.isPresent()) {
        String moved = track + ": both moved from " + base.get() + ", " + who;
        Staged before = Staged.agreed(track, base.get());
        edges.add(moved, disagreeing(before, said, Optional.empty(), Optional.empty()));
        edges.add(
            moved + ", Salesforce last",
            disagreeing(before, said, Optional.of(NOON.plusSeconds(60)), Optional.of(NOON)));
        edges.add(
            moved + ", HubSpot last",
            disagreeing(before, said, Optional.of(NOON), Optional.of(NOON.plusSeconds(60))));
        edges.add(
            moved + ", together",
            disagreeing(before, said, Optional.of(NOON), Optional.of(NOON.plusSeconds(2))));
      }
    }
  }

  private Staged disagreeing(
      Staged before, Two said, Optional<Instant> salesforce, Optional<Instant> hubspot) {
    return before
        .shows(track, Side.SALESFORCE, at(said.first(), salesforce))
        .shows(track, Side.HUBSPOT, at(said.second(), hubspot));
  }

  private static Shown at(Label label, Optional<Instant> moment) {
    Shown shown = Shown.label(label.name());
    return moment.map(m -> shown.since(new Shown.Moments(m, m))).orElse(shown);
  }

  /** What a side may show that is no word, beside a side that stayed and one that moved. */
  private void noWord(Side side) {
    beside(side, "shows a value that the file does not know", Shown.word(unknown()));
    for (RawValue word :
        mapping.ignored().getOrDefault(side, Set.of()).stream().sorted().toList()) {
      beside(side, "shows the ignored value \"" + word + "\"", Shown.word(word.text()));
    }
    beside(side, "is blank", Shown.of(Shown.Kind.BLANK));
    beside(side, "cannot be read", Shown.of(Shown.Kind.UNREADABLE));
    beside(side, "is gone", Shown.of(Shown.Kind.GONE));
  }

  private void beside(Side side, String what, Shown shown) {
    String name = track + ": " + side.displayName() + " " + what;
    edges.add(name + ", never agreed", Staged.blank(track).shows(track, side, shown));
    for (Two two : neighbours()) {
      Staged agreed = Staged.agreed(track, two.first()).shows(track, side, shown);
      edges.add(name + ", agreed before on " + two.first(), agreed);
      if (sayable(two.second()).contains(side.other())) {
        edges.add(
            name
                + ", agreed before on "
                + two.first()
                + ", "
                + side.other().displayName()
                + " moves to "
                + two.second(),
            agreed.shows(track, side.other(), two.second()));
      }
    }
  }

  /** A value that no file has by chance, and this one does not have at all. */
  String unknown() {
    String value = "A value nobody knows";
    Set<String> words = new LinkedHashSet<>();
    for (LabelMapping label : mapping.labels()) {
      label.words().values().forEach(w -> w.values().forEach(v -> words.add(v.text())));
    }
    mapping.ignored().values().forEach(all -> all.forEach(v -> words.add(v.text())));
    while (words.contains(value)) {
      value += "!";
    }
    return value;
  }
}
