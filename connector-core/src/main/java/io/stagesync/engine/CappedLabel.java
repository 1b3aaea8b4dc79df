package io.stagesync.engine;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A label that sets something off when people enter it. A CRM sees the word and not the label, so a
 * write of another label that borrows this one's word counts too.
 *
 * @param words the label's own words on each side that counts
 */
record CappedLabel(Track track, Label label, SideEffects effects, Map<Side, Set<RawValue>> words) {
  CappedLabel {
    words = Map.copyOf(words);
  }

  /** All of a mapping, in the file's order. */
  static List<CappedLabel> of(Mapping mapping) {
    var capped = new ArrayList<CappedLabel>();
    for (TrackMapping track : mapping.tracks()) {
      for (LabelMapping label : track.labels()) {
        label
            .counting()
            .sideEffects()
            .map(e -> new CappedLabel(track.track(), label.label(), e, words(label, e)))
            .ifPresent(capped::add);
      }
    }
    return capped;
  }

  private static Map<Side, Set<RawValue>> words(LabelMapping label, SideEffects effects) {
    var words = new EnumMap<Side, Set<RawValue>>(Side.class);
    for (Side side : Side.values()) {
      if (effects.in().isEmpty() || effects.in().get() == side) {
        words.put(side, Set.copyOf(label.values(side)));
      }
    }
    return words;
  }

  /** Whom a run would bring to labels that set something off; labels that nobody enters are not. */
  static List<SideEffect> waiting(Mapping mapping, Session session) {
    return of(mapping).stream()
        .map(
            c ->
                new SideEffect(
                    c.track(),
                    c.label(),
                    session.corrections().peopleToward(c.track(), c.label(), c.words()),
                    c.effects()))
        .filter(effect -> effect.people() > 0)
        .toList();
  }

  /** Whether a write brings a person here. */
  boolean isEnteredBy(Track written, String to, FieldWrite write) {
    var own = words.get(write.side());
    return track.equals(written)
        && own != null
        && (label.name().equals(to) || write.value().filter(own::contains).isPresent());
  }
}
