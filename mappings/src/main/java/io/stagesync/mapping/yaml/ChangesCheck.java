package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What changed is gone, and became something that is there. */
final class ChangesCheck {
  private final Draft draft;
  private final TrackMapping track;
  private final Map<Object, Integer> lines = new HashMap<>();

  ChangesCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    track.changes().labels().forEach(this::label);
    track.changes().words().forEach(this::word);
  }

  private void label(Changes.OfLabel change) {
    var site = draft.site(change);
    twice(site.at("label"), change.was(), change.line());
    boolean split = change.now().size() > 1 && change.now().contains(change.was());
    if (track.label(change.was()).isPresent() && !split) {
      draft.senseless(
          site.at("label"),
          DiagnosticId.STILL_THERE,
          "the track `" + track.track() + "` still has the label `" + change.was() + "`",
          "delete the label, or delete this entry; of a label that was split name under `now` what"
              + " remains of it, too");
    }
    for (var now : change.now()) {
      var named = site.at("now").saying(now.name());
      // A label that changed, too: whoever reads both entries knows what is meant, so say it.
      track.changes().labels().stream()
          .filter(other -> other != change && other.was().equals(now))
          .filter(other -> track.label(now).isEmpty())
          .findFirst()
          .ifPresentOrElse(other -> changedToo(named, other), () -> draft.label(named, track, now));
    }
  }

  private void changedToo(Site named, Changes.OfLabel other) {
    var now = other.now().stream().map(Object::toString).sorted().toList();
    draft.senseless(
        named,
        DiagnosticId.UNKNOWN_LABEL,
        "the label `" + other.was() + "` changed, too, see line " + other.line(),
        now.isEmpty() ? "write `now: none`" : "write what became of it: " + Nearest.of(now).list());
  }

  private void word(Changes.OfWord change) {
    var site = draft.site(change);
    var side = change.side();
    twice(site.at(side.key()), Map.entry(side, change.was()), change.line());
    if (draft.hasNoField(track, side)) {
      draft.wordWithoutField(site.at(side.key()), track, side, "delete it");
      return;
    }
    var words = words(side);
    Optional.ofNullable(words.get(change.was().text()))
        .ifPresent(
            label ->
                draft.senseless(
                    site.at(side.key()),
                    DiagnosticId.STILL_THERE,
                    "`" + change.was() + "` is still a word of the label `" + label + "`",
                    "take it out of the label's words, or delete this entry"));
    if (track.ignores(side, change.was())) {
      draft.senseless(
          site.at(side.key()),
          DiagnosticId.STILL_THERE,
          "`" + change.was() + "` is ignored, and would be read as `" + change.now() + "`",
          "take it out of `ignored`, or delete this entry");
    }
    if (!words.containsKey(change.now().text()) && draft.wordsReadable(track, side)) {
      var known = Nearest.of(words.keySet().stream().map(RawValue::new).toList());
      draft.senseless(
          site.at("now"),
          DiagnosticId.CHANGED_TO_NO_WORD,
          "no label of `"
              + track.track()
              + "` has the word `"
              + change.now()
              + "` in "
              + side.displayName(),
          known.advice(change.now().text(), "its words there: " + known.list()));
    }
  }

  private void twice(Site site, Object what, int line) {
    var earlier = lines.putIfAbsent(what, line);
    if (earlier != null) {
      draft.senseless(
          site,
          DiagnosticId.CHANGED_TWICE,
          "line " + earlier + " says already what became of this",
          "keep one of them");
    }
  }

  private Map<String, Label> words(Side side) {
    var words = new TreeMap<String, Label>();
    for (LabelMapping label : track.labels()) {
      label.values(side).forEach(value -> words.put(value.text(), label.label()));
    }
    return words;
  }
}
