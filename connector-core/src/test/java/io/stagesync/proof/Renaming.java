package io.stagesync.proof;

import io.stagesync.proof.Draft.ConversionDraft;
import io.stagesync.proof.Draft.LabelChangeDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes one label of a draft, as a file is changed that people were agreed under. */
final class Renaming {
  private final Draft draft;
  private final Dice dice;

  /** What becomes of a label. */
  enum Kind {
    RENAMED,
    MERGED,
    SPLIT,
    RETIRED
  }

  Renaming(Draft draft, Dice dice) {
    this.draft = draft;
    this.dice = dice;
  }

  /** Changes any label; the file may make no sense then. Tells which track and label it was. */
  LabelChangeDraft change(Kind kind) {
    TrackDraft track = dice.any(draft.tracks);
    LabelDraft label = dice.any(track.labels);
    String was = label.name;
    List<String> now =
        switch (kind) {
          case RENAMED -> renamed(track, label);
          case MERGED -> merged(track, label);
          case SPLIT -> split(track, label);
          case RETIRED -> retired(track, label);
        };
    LabelChangeDraft change = new LabelChangeDraft(track.name, was, now);
    draft.labelChanges.add(change);
    return change;
  }

  private List<String> renamed(TrackDraft track, LabelDraft label) {
    String was = label.name;
    label.name = was + "-new";
    replace(track, was, label.name);
    return List.of(label.name);
  }

  /** Its words become words of another one. */
  private List<String> merged(TrackDraft track, LabelDraft label) {
    LabelDraft into = dice.any(track.labels);
    for (Side side : Side.values()) {
      List<String> words = new ArrayList<>(into.on(side).words());
      words.addAll(label.on(side).words());
      if (into.on(side).is(Said.OWN) || (into.on(side).is(Said.SHARES) && !words.isEmpty())) {
        into.words.put(side, WordsDraft.own(words));
      }
    }
    track.labels.remove(label);
    replace(track, label.name, into.name);
    track.ways.removeIf(w -> w.from().contains(w.to()));
    return List.of(into.name);
  }

  /** The last of its words, where it has several, is another label's from now on. */
  private List<String> split(TrackDraft track, LabelDraft label) {
    LabelDraft part = new LabelDraft(label.name + "-part");
    part.rank = label.rank;
    part.branch = label.branch;
    for (Side side : Side.values()) {
      List<String> words = new ArrayList<>(label.on(side).words());
      if (words.size() > 1) {
        part.words.put(side, WordsDraft.own(List.of(words.remove(words.size() - 1))));
        label.words.put(side, WordsDraft.own(words));
      } else {
        part.words.put(
            side, label.on(side).is(Said.OWN) ? WordsDraft.sharing(label.name) : label.on(side));
      }
    }
    track.labels.add(track.labels.indexOf(label) + 1, part);
    return List.of(label.name, part.name);
  }

  /** Its words mean nothing from now on. */
  private List<String> retired(TrackDraft track, LabelDraft label) {
    track.labels.remove(label);
    for (Side side : track.fields.keySet()) {
      List<String> ignored = new ArrayList<>(track.ignored.getOrDefault(side, List.of()));
      ignored.addAll(label.on(side).words());
      if (!ignored.isEmpty()) {
        track.ignored.put(side, ignored);
      }
    }
    return List.of();
  }

  /** Whatever named one label names the other. */
  private void replace(TrackDraft track, String was, String now) {
    for (LabelDraft label : track.labels) {
      label.words.replaceAll(
          (side, words) ->
              words.is(Said.SHARES) && words.lender().equals(was)
                  ? WordsDraft.sharing(now)
                  : words);
    }
    track.ways.replaceAll(
        w -> {
          Set<String> from = new HashSet<>();
          w.from().forEach(f -> from.add(f.equals(was) ? now : f));
          return new WayDraft(
              from.stream().sorted().toList(),
              w.to().equals(was) ? now : w.to(),
              w.by(),
              w.cycle());
        });
    for (TrackDraft other : draft.tracks) {
      other.floor = other.floor.map(f -> replaced(f, track, was, now));
      for (LabelDraft label : other.labels) {
        if (label.requires.equals(track.name) && label.byDefault.equals(was)) {
          label.byDefault = now;
        }
        for (Map<String, List<String>> asked : List.of(label.entry, label.exit)) {
          asked.computeIfPresent(
              track.name,
              (t, some) -> some.stream().map(l -> l.equals(was) ? now : l).distinct().toList());
        }
      }
    }
    draft.scope = draft.scope.map(s -> replaced(s, track, was, now));
    draft.first.computeIfPresent(track.name, (t, l) -> l.equals(was) ? now : l);
    draft.rules.replaceAll(r -> replaced(r, track.name, was, now));
    draft.conversion =
        draft.conversion.map(c -> c.track().equals(track.name) ? replaced(c, was, now) : c);
  }

  private static ScopeDraft replaced(ScopeDraft scope, TrackDraft track, String was, String now) {
    return scope.track().equals(track.name) && scope.notBelow().equals(was)
        ? new ScopeDraft(scope.track(), now)
        : scope;
  }

  private static RuleDraft replaced(RuleDraft r, String track, String was, String now) {
    return new RuleDraft(
        r.when(),
        r.when().equals(track) && r.enters().equals(was) ? now : r.enters(),
        r.driven(),
        r.driven().equals(track) && r.target().equals(was) ? now : r.target(),
        r.onlyIf().map(c -> r.driven().equals(track) && c.equals(was) ? now : c));
  }

  private static ConversionDraft replaced(ConversionDraft c, String was, String now) {
    Map<Evidence, String> labels = new EnumMap<>(c.labels());
    labels.replaceAll((evidence, label) -> label.equals(was) ? now : label);
    return new ConversionDraft(c.track(), labels, c.correct());
  }
}
