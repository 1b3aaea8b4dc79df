package io.stagesync.mapping;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of one track on one side, in the file and in the CRM.
 *
 * @param track the file's side of it
 * @param catalog what the CRM has
 * @param field the catalog's entry for the track's field
 */
record LiveValues(TrackMapping track, Catalog catalog, FieldCatalog field) {

  /** What does not fit, before it is known how much it weighs. */
  record Finding(DiagnosticId id, String message, String suggestion) {}

  /** Words of the file that the CRM does not have. */
  List<Finding> missing() {
    var findings = new ArrayList<Finding>();
    words()
        .forEach(
            (value, label) -> {
              if (!field.knows(value)) {
                var known = Nearest.of(field.values());
                findings.add(
                    new Finding(
                        DiagnosticId.LIVE_VALUE_MISSING,
                        "the label `"
                            + label
                            + "` says `"
                            + value
                            + "`, which "
                            + side()
                            + " does not have (or no longer offers)",
                        known.advice(value.text(), "values there: " + known.list())));
              }
            });
    return findings;
  }

  /** Words of the file that are converted statuses, which nobody but Salesforce may write. */
  List<Finding> converted() {
    var findings = new ArrayList<Finding>();
    words()
        .forEach(
            (value, label) -> {
              if (statuses().contains(value)) {
                findings.add(
                    new Finding(
                        DiagnosticId.LIVE_CONVERTED_WORD,
                        "the label `"
                            + label
                            + "` says `"
                            + value
                            + "`, which is a converted status: it is set by a conversion and never"
                            + " by us",
                        "write `salesforce: { converted-status: any }` for the label that converted"
                            + " leads have"));
              }
            });
    return findings;
  }

  /** Words for a record type that the record type does not offer. */
  List<Finding> notOffered() {
    var findings = new ArrayList<Finding>();
    for (var label : track.labels()) {
      label
          .variants()
          .forEach(
              (type, words) -> {
                var offered = field.offered().get(type);
                for (var value : words.getOrDefault(catalog.side(), Words.none()).values()) {
                  if (offered != null && field.knows(value) && !offered.contains(value)) {
                    findings.add(
                        new Finding(
                            DiagnosticId.LIVE_NOT_OFFERED,
                            "the label `"
                                + label.label()
                                + "` says `"
                                + value
                                + "` for record type `"
                                + type
                                + "`, which does not offer it",
                            "add the value to the record type's lead process, or map another one"));
                  }
                }
              });
    }
    return findings;
  }

  /** Values that the CRM has and the file does not speak of; records on them will be held. */
  List<Finding> unmapped() {
    var mapped = words();
    boolean convertedRead =
        track.labels().stream()
            .anyMatch(label -> said(label).kind() == Words.Kind.CONVERTED_STATUS);
    return field.values().stream()
        .filter(value -> !mapped.containsKey(value) && !track.ignores(catalog.side(), value))
        .filter(value -> !(convertedRead && statuses().contains(value)))
        .map(
            value ->
                new Finding(
                    DiagnosticId.LIVE_UNMAPPED,
                    side() + " offers `" + value + "`, and the file does not say what it means",
                    "add it to a label's words, or to `ignored: { "
                        + catalog.side().key()
                        + ": [...] }`"))
        .toList();
  }

  /** Two neighbours whose ranks say one order and the CRM another. */
  Optional<Finding> inverted() {
    LabelMapping before = null;
    int last = -1;
    for (var label : byRank()) {
      int place = said(label).values().stream().mapToInt(field::order).max().orElse(-1);
      if (before != null && place >= 0 && place < last) {
        return Optional.of(
            new Finding(
                DiagnosticId.LIVE_ORDER,
                "`"
                    + label.label()
                    + "` ranks above `"
                    + before.label()
                    + "`, and "
                    + side()
                    + " lists it before",
                "put both in one order; going back in " + side() + "'s order costs two writes"));
      }
      if (place >= 0) {
        before = label;
        last = place;
      }
    }
    return Optional.empty();
  }

  private List<LabelMapping> byRank() {
    return track.labels().stream()
        .filter(label -> label.rank().isPresent())
        .sorted((a, b) -> Integer.compare(a.rank().orElseThrow(), b.rank().orElseThrow()))
        .toList();
  }

  /** Every word of this side with its label, those for record types included. */
  private Map<RawValue, Label> words() {
    var words = new LinkedHashMap<RawValue, Label>();
    for (var label : track.labels()) {
      said(label).values().forEach(value -> words.put(value, label.label()));
      for (var type : new TreeSet<>(label.variants().keySet())) {
        label
            .variants()
            .getOrDefault(type, Map.of())
            .getOrDefault(catalog.side(), Words.none())
            .values()
            .forEach(value -> words.put(value, label.label()));
      }
    }
    return words;
  }

  /** The converted statuses, where this field is the one that has them. */
  private Set<RawValue> statuses() {
    boolean isStatus =
        track
            .field(Side.SALESFORCE)
            .filter(f -> catalog.side() == Side.SALESFORCE && f.name().equalsIgnoreCase("Status"))
            .isPresent();
    return isStatus ? catalog.convertedStatuses() : Set.of();
  }

  private Words said(LabelMapping label) {
    return label.words().getOrDefault(catalog.side(), Words.none());
  }

  private String side() {
    return catalog.side().displayName();
  }
}
