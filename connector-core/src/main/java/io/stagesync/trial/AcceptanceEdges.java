package io.stagesync.trial;

import io.stagesync.example.OurWrites;
import io.stagesync.example.Remembered;
import io.stagesync.example.Remembered.Both;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The edge cases of what the other side takes, and of what is remembered of its answers. */
final class AcceptanceEdges {
  private static final Both NOW = new Both(Map.of());

  private final TrackMapping mapping;
  private final Track track;
  private final TrackEdges steps;
  private final Edges edges;

  AcceptanceEdges(TrackMapping mapping, TrackEdges steps, Edges edges) {
    this.mapping = mapping;
    this.track = mapping.track();
    this.steps = steps;
    this.edges = edges;
  }

  void collect() {
    for (TrackEdges.Two two : steps.neighbours()) {
      for (Side source : steps.sayable(two.second())) {
        Side target = source.other();
        if (mapping.field(target).isPresent()) {
          inactive(two, source);
        }
      }
      for (RecordType type : types()) {
        recordType(two, type);
      }
    }
    steps.neighbours().stream().findFirst().ifPresent(this::once);
    hubspotClears();
  }

  /** The record types that the track sets apart. */
  Set<RecordType> types() {
    return mapping.recordTypes();
  }

  private Staged move(TrackEdges.Two two, Side source) {
    return Staged.agreed(track, two.first()).shows(track, source, two.second());
  }

  private String moved(TrackEdges.Two two, Side source) {
    return track
        + ": "
        + source.displayName()
        + " moves from "
        + two.first()
        + " to "
        + two.second();
  }

  private void inactive(TrackEdges.Two two, Side source) {
    List<RawValue> words = words(two.second(), source.other());
    for (int i = 1; i <= words.size(); i++) {
      List<RawValue> some = words.subList(0, i);
      edges.add(
          moved(two, source) + ", of whose words there the first " + i + " became inactive",
          move(two, source).where(track, source.other(), inactive(some)));
    }
  }

  private List<RawValue> words(Label label, Side side) {
    return mapping.label(label).map(l -> l.words(side).values()).orElse(List.of());
  }

  private static Terms.Field inactive(List<RawValue> words) {
    Terms.Field p = Terms.Field.PLAIN;
    return new Terms.Field(p.order(), Set.copyOf(words), true, p.clearable(), true, p.offered());
  }

  private void recordType(TrackEdges.Two two, RecordType type) {
    for (Side source : steps.sayable(two.second())) {
      edges.add(moved(two, source) + ", record type " + type, move(two, source).of(type));
    }
    for (RawValue word : variant(two.second(), type)) {
      Staged shown =
          Staged.agreed(track, two.first()).shows(track, Side.SALESFORCE, Shown.word(word.text()));
      edges.add(
          track + ": Salesforce says \"" + word + "\" with record type " + type, shown.of(type));
      edges.add(track + ": Salesforce says \"" + word + "\" without a record type", shown);
    }
  }

  private List<RawValue> variant(Label label, RecordType type) {
    return mapping
        .label(label)
        .flatMap(l -> l.words(Side.SALESFORCE, type))
        .map(Words::values)
        .orElse(List.of());
  }

  /** What does not depend on the label: once each. */
  private void once(TrackEdges.Two two) {
    for (Side source : steps.sayable(two.second())) {
      Side target = source.other();
      if (mapping.field(target).isEmpty()) {
        continue;
      }
      Staged move = move(two, source);
      String name = moved(two, source);
      edges.add(name + ", where we may not write", move.where(track, target, readOnly()));
      edges.add(name + ", which was refused before", move.remembers(track, refused(false)));
      if (forwardOnly()) {
        edges.add(
            name + ", which was refused under another order", move.remembers(track, refused(true)));
      }
      OurWrites.Write write = new OurWrites.Write(target, Optional.of(two.second()));
      edges.add(
          name + ", which was written twice within a day",
          move.remembers(
              track, Remembered.own(new OurWrites(List.of(write, write), Optional.empty()))));
      edges.add(
          name + ", which went back and forth before",
          move.remembers(track, Remembered.own(new OurWrites(List.of(), Optional.of(write)))));
      edges.add(
          name + ", under a changed file",
          move.remembers(track, Remembered.file(Remembered.File.CHANGED)));
      edges.add(
          name + ", under a changed file that was approved",
          move.remembers(track, Remembered.file(Remembered.File.APPROVED)));
      edges.add(
          name + ", while the track is paused", move.terms(Terms.PLAIN.pausing(Set.of(track))));
      Staged both = move.shows(track, target, third(two));
      for (Side chosen : Side.values()) {
        edges.add(
            track
                + ": both moved, "
                + source.displayName()
                + " to "
                + two.second()
                + ", and a person chose "
                + chosen.displayName(),
            both.remembers(track, choice(chosen, NOW)));
      }
      edges.add(
          track
              + ": both moved, and a person chose "
              + source.displayName()
              + " when it showed something else",
          both.remembers(
              track, choice(source, new Both(Map.of(source, Shown.of(Shown.Kind.BLANK))))));
    }
  }

  private Shown third(TrackEdges.Two two) {
    return mapping.labels().stream()
        .map(LabelMapping::label)
        .filter(l -> !l.equals(two.first()) && !l.equals(two.second()))
        .findFirst()
        .map(l -> Shown.label(l.name()))
        .orElse(Shown.of(Shown.Kind.BLANK));
  }

  /** HubSpot's stage moves backward by a clear and a set, and its options have an order. */
  private void hubspotClears() {
    boolean written = mapping.direction().writes(Side.HUBSPOT);
    if (!forwardOnly() || !written || mapping.field(Side.SALESFORCE).isEmpty()) {
      return;
    }
    for (TrackEdges.Two two : steps.neighbours()) {
      Staged back = Staged.agreed(track, two.second()).shows(track, Side.SALESFORCE, two.first());
      Remembered cleared = openClear(two.second());
      Staged blank = back.shows(track, Side.HUBSPOT, Shown.Kind.BLANK);
      edges.add(
          track + ": between our clear of " + two.second() + " and the set to " + two.first(),
          blank.remembers(track, cleared));
      edges.add(
          track + ": between our clear of " + two.second() + " and its set the lead is gone",
          blank.shows(track, Side.SALESFORCE, Shown.Kind.GONE).remembers(track, cleared));
      edges.add(
          track + ": HubSpot is blank for the second run, agreed before on " + two.second(),
          Staged.agreed(track, two.second())
              .shows(track, Side.HUBSPOT, Shown.Kind.BLANK)
              .remembers(track, seenBefore()));
      edges.add(
          track
              + ": Salesforce moves from "
              + two.first()
              + " to "
              + two.second()
              + ", and the portal lists them the other way round",
          move(two, Side.SALESFORCE).where(track, Side.HUBSPOT, backward()));
    }
  }

  private boolean forwardOnly() {
    return mapping
        .field(Side.HUBSPOT)
        .filter(f -> f.path().equals(ImaginedCatalogs.LIFECYCLE))
        .isPresent();
  }

  private Terms.Field backward() {
    List<RawValue> words = new ArrayList<>();
    mapping.labels().forEach(l -> words.addAll(words(l.label(), Side.HUBSPOT)));
    Collections.reverse(words);
    Terms.Field p = Terms.Field.PLAIN;
    return new Terms.Field(words, Set.of(), true, p.clearable(), true, p.offered());
  }

  private static Terms.Field readOnly() {
    Terms.Field p = Terms.Field.PLAIN;
    return new Terms.Field(p.order(), p.inactive(), false, p.clearable(), true, p.offered());
  }

  private static Remembered refused(boolean orderChanged) {
    return new Remembered(
        Remembered.File.SAME,
        Optional.empty(),
        Optional.of(new Remembered.Refusal(NOW, orderChanged)),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Remembered choice(Side winner, Both madeOn) {
    return new Remembered(
        Remembered.File.SAME,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Remembered.Choice(winner, madeOn)),
        Optional.empty(),
        false);
  }

  private static Remembered openClear(Label before) {
    return new Remembered(
        Remembered.File.SAME,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Shown.label(before.name())),
        false);
  }

  private static Remembered seenBefore() {
    return new Remembered(
        Remembered.File.SAME,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
