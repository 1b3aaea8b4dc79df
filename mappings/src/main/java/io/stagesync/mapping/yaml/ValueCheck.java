package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every raw value of a track means one thing. */
final class ValueCheck {
  private final Draft draft;
  private final TrackMapping track;

  ValueCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    for (var side : Side.values()) {
      var meanings = general(side);
      var inVariants = variants(side, meanings);
      for (var ignored : track.ignored().getOrDefault(side, Set.of())) {
        var label = meanings.getOrDefault(ignored, inVariants.get(ignored));
        if (label != null) {
          draft.senseless(
              draft.site(track).at("ignored", side.key()).saying(ignored.text()),
              DiagnosticId.IGNORED_AND_MAPPED,
              "`" + ignored + "` is ignored here and means `" + label + "` above",
              "keep one of the two");
        }
      }
      ignoredWithoutField(side);
    }
  }

  private Map<RawValue, Label> general(Side side) {
    Map<RawValue, Label> meanings = new HashMap<>();
    LabelMapping converted = null;
    for (var label : track.labels()) {
      var words = label.words(side);
      var site = draft.site(label).at(side.key());
      for (int i = 0; i < words.values().size(); i++) {
        var value = words.values().get(i);
        var first = meanings.putIfAbsent(value, label.label());
        if (first != null) {
          twice(last(site, value), value, first, label.label());
        }
      }
      if (words.kind() == Words.Kind.CONVERTED_STATUS) {
        if (converted != null) {
          draft.senseless(
              site,
              DiagnosticId.VALUE_TWICE,
              "any converted status means `" + converted.label() + "` already",
              "let one label have `converted-status`");
        }
        converted = label;
      }
    }
    return meanings;
  }

  /** A variant is read before the general words, so it must not take a word from another label. */
  private Map<RawValue, Label> variants(Side side, Map<RawValue, Label> general) {
    Map<RawValue, Label> all = new HashMap<>();
    Map<RecordType, Map<RawValue, Label>> meanings = new HashMap<>();
    for (var label : track.labels()) {
      label
          .variants()
          .forEach(
              (type, words) -> {
                var own = meanings.computeIfAbsent(type, t -> new HashMap<>());
                for (var value : words.getOrDefault(side, Words.none()).values()) {
                  all.put(value, label.label());
                  var site = draft.site(label).at("for", type.developerName(), side.key());
                  var first = own.putIfAbsent(value, label.label());
                  var other = general.get(value);
                  if (first != null) {
                    twice(last(site, value), value, first, label.label());
                  } else if (other != null && !other.equals(label.label())) {
                    twice(last(site, value), value, other, label.label());
                  }
                }
              });
    }
    return all;
  }

  private void twice(Site site, RawValue value, Label first, Label second) {
    boolean same = first.equals(second);
    draft.senseless(
        site,
        DiagnosticId.VALUE_TWICE,
        same
            ? "`" + value + "` is listed twice under `" + second + "`"
            : "`" + value + "` is a word of the label `" + first + "` already",
        same
            ? "keep one of them"
            : "if this side has no word of its own for `"
                + second
                + "`, write `{ shares: "
                + first
                + " }`");
  }

  private void ignoredWithoutField(Side side) {
    var site = draft.site(track).at("ignored");
    if (site.has(side.key())
        && !track.ignored().getOrDefault(side, Set.of()).isEmpty()
        && draft.hasNoField(track, side)) {
      draft.wordWithoutField(site.at(side.key()), track, side, "delete it");
    }
  }

  private static Site last(Site site, RawValue value) {
    var found = site;
    for (var item : site.itemsOrSelf()) {
      found = item.text().equals(value.text()) ? item : found;
    }
    return found;
  }
}
