package io.stagesync.reconcile;

import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a pair stands before the first run.
 *
 * @param partner whether the lead is of the record type that has words of its own
 * @param lead what the opportunity of a converted lead says; empty: the lead is not converted
 * @param base empty: it was never agreed on
 * @param salesforce what that side shows: a word, nothing, or one of the signs below
 * @param hubspot the same
 */
record Start(
    boolean partner,
    Optional<Evidence> lead,
    Optional<Base> base,
    String salesforce,
    String hubspot) {
  private static final String UNMAPPED = "no such value";
  private static final String UNREADABLE = "?";
  private static final String GONE = "x";

  PairModel model(EveryRule every) {
    Track track = every.vocabulary().tracks().get(0).track();
    PairModel m = new PairModel(every.vocabulary(), every.catalogs);
    m.converted = lead.isPresent();
    m.evidence = lead.orElse(Evidence.NONE);
    m.recordType = partner ? Optional.of(TestMappings.PARTNER) : Optional.empty();
    m.on(Side.SALESFORCE).put(track, seen(salesforce));
    m.on(Side.HUBSPOT).put(track, seen(hubspot));
    base.ifPresent(b -> m.base(track, b));
    return m;
  }

  /** Every one that there is under a vocabulary, whatever the rules. */
  static Stream<Start> all(EveryRule every) {
    TrackMapping track = every.vocabulary().tracks().get(0);
    List<Optional<Evidence>> leads = new ArrayList<>(List.of(Optional.empty()));
    List.of(Evidence.values()).forEach(e -> leads.add(Optional.of(e)));
    List<Start> starts = new ArrayList<>();
    for (boolean partner : new boolean[] {false, true}) {
      for (Optional<Evidence> lead : leads) {
        for (Optional<Base> base : bases(track, every.catalogs, partner, lead)) {
          for (String salesforce : shown(track, every.catalogs, Side.SALESFORCE)) {
            for (String hubspot : shown(track, every.catalogs, Side.HUBSPOT)) {
              starts.add(new Start(partner, lead, base, salesforce, hubspot));
            }
          }
        }
      }
    }
    return starts.stream();
  }

  private static List<String> shown(TrackMapping track, Catalogs catalogs, Side side) {
    List<String> shown = new ArrayList<>(List.of("", UNMAPPED, UNREADABLE, GONE));
    var field = catalogs.on(side).field(track.field(side).orElseThrow()).orElseThrow();
    field.values().forEach(v -> shown.add(v.text()));
    return shown;
  }

  /** No base, and each label as both sides would have been agreed on it. */
  private static List<Optional<Base>> bases(
      TrackMapping track, Catalogs catalogs, boolean partner, Optional<Evidence> lead) {
    Set<Optional<Base>> bases = new LinkedHashSet<>(List.of(Optional.empty()));
    Set<Optional<Evidence>> evidences =
        new LinkedHashSet<>(List.of(Optional.empty(), Optional.of(Evidence.WON)));
    lead.filter(e -> e != Evidence.UNREADABLE).map(Optional::of).ifPresent(evidences::add);
    for (var label : track.labels()) {
      for (Optional<Evidence> evidence : evidences) {
        bases.add(
            Optional.of(
                new Base(
                    label.label(),
                    word(track, catalogs, partner, Side.SALESFORCE, label.label()),
                    word(track, catalogs, partner, Side.HUBSPOT, label.label()),
                    evidence,
                    Optional.of(label.label()),
                    track.fingerprint())));
      }
    }
    return List.copyOf(bases);
  }

  private static Optional<RawValue> word(
      TrackMapping track, Catalogs catalogs, boolean partner, Side side, Label label) {
    var type = partner ? Optional.of(TestMappings.PARTNER) : Optional.<RecordType>empty();
    return ValueTable.of(track, side, type, catalogs.on(side)).written(label).stream().findFirst();
  }

  private static Observation seen(String raw) {
    return switch (raw) {
      case "" -> Observation.of(Observation.Kind.BLANK);
      case UNREADABLE -> Observation.of(Observation.Kind.UNREADABLE);
      case GONE -> Observation.of(Observation.Kind.GONE);
      default -> Observation.of(new RawValue(raw));
    };
  }
}
