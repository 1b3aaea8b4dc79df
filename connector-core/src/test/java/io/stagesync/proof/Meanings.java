package io.stagesync.proof;

import io.stagesync.proof.Draft.ChangeDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What words mean in a draft, worked out from the draft alone: the yardstick for what the program
 * reads and writes.
 *
 * @param track the track
 * @param partner whether the lead is of the record type with words of its own
 */
record Meanings(TrackDraft track, boolean partner) {
  static final String CONVERTED = "Converted!";

  /** Never a word of a draft, and active in every picklist. */
  static final String UNKNOWN = "Nobody knows";

  private boolean leadStatus(Side side) {
    return side == Side.SALESFORCE && "Lead.Status".equals(track.fields.get(side));
  }

  /** Whether a value is flagged as a converted status. */
  boolean converted(Side side, String value) {
    return leadStatus(side) && value.equals(CONVERTED);
  }

  boolean ignored(Side side, String value) {
    return track.ignored.getOrDefault(side, List.of()).contains(value);
  }

  /** Every label that a side can mean by a value, in the file's order; an empty value is blank. */
  Set<String> of(Side side, String value) {
    Set<String> meant = new LinkedHashSet<>();
    if (!track.has(side)) {
      return meant;
    }
    for (LabelDraft label : track.labels) {
      boolean means =
          value.isEmpty()
              ? !said(label, side) && label.on(side).is(Said.NONE)
              : converted(side, value)
                  ? label.on(side).is(Said.CONVERTED)
                  : lists(label, side, value)
                      || (label.on(side).is(Said.SHARES)
                          && !said(label, side)
                          && lists(track.label(label.on(side).lender()), side, value));
      if (means) {
        meant.add(label.name);
      }
    }
    return meant;
  }

  /** The label that lists a value itself. */
  Optional<String> own(Side side, String value) {
    return track.labels.stream()
        .filter(
            l ->
                converted(side, value)
                    ? l.on(side).is(Said.CONVERTED)
                    : !value.isEmpty() && lists(l, side, value))
        .map(l -> l.name)
        .findFirst();
  }

  /** The words that a side could be given for a label, best first. */
  List<String> words(Side side, String label) {
    LabelDraft l = track.label(label);
    if (said(l, side)) {
      return l.partner;
    }
    return switch (l.on(side).said()) {
      case OWN -> l.on(side).words();
      case SHARES -> words(side, l.on(side).lender());
      default -> List.of();
    };
  }

  /** Whether the record type has words of its own for a label. */
  private boolean said(LabelDraft label, Side side) {
    return partner && side == Side.SALESFORCE && !label.partner.isEmpty();
  }

  /** General words are read for every record type; those of one type for it alone. */
  private boolean lists(LabelDraft label, Side side, String shown) {
    String value =
        track.changes.stream()
            .filter(c -> c.side() == side && c.was().equals(shown))
            .map(ChangeDraft::now)
            .findFirst()
            .orElse(shown);
    List<String> words = new ArrayList<>(label.on(side).words());
    if (said(label, side)) {
      words.addAll(label.partner);
    }
    return words.contains(value);
  }
}
