package io.stagesync.trial;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Given;
import io.stagesync.example.InPilot;
import io.stagesync.example.OurWrites;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.TrackGiven;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.ChangeWindow;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.PilotFacts;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a test gives, as the reconciler is shown it.
 *
 * @param catalogs what both sides accept in it
 */
record Scene(Mapping mapping, Given given, Catalogs catalogs) {
  private static final long RUN = 2;
  private static final Fingerprint ANOTHER_FILE = new Fingerprint("another file");

  PairView pair() {
    Map<Track, TrackView> views = new HashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      views.put(
          track.track(),
          Optional.ofNullable(given.tracks().get(track.track()))
              .map(said -> view(track, said))
              .orElse(Scene.notLookedAt()));
    }
    return new PairView(
        given.converted(), given.evidence(), given.recordType(), views, RUN, pilot());
  }

  private Optional<PilotFacts> pilot() {
    return given
        .pilot()
        .flatMap(
            said ->
                mapping
                    .reads()
                    .pilot()
                    .map(pilot -> new PilotFacts(shown(pilot, said), said.listed(), said.named())));
  }

  private static Map<FieldName, Observation> shown(Pilot pilot, InPilot said) {
    Map<FieldName, Observation> shown = new HashMap<>();
    for (FieldCondition condition : pilot.conditions()) {
      Optional<RawValue> asked = condition.values().stream().sorted().findFirst();
      shown.put(
          condition.field(),
          Optional.ofNullable(said.shown().get(condition.field()))
              .map(Scene::literally)
              .orElseGet(() -> observation(asked)));
    }
    return shown;
  }

  private static Observation literally(Shown shown) {
    return switch (shown.kind()) {
      case WORD, LABEL -> Observation.of(new RawValue(shown.text()));
      case BLANK -> Observation.of(Observation.Kind.BLANK);
      case UNREADABLE -> Observation.of(Observation.Kind.UNREADABLE);
      case GONE -> Observation.of(Observation.Kind.GONE);
    };
  }

  private static TrackView notLookedAt() {
    Observation unreadable = Observation.of(Observation.Kind.UNREADABLE);
    return new TrackView(Optional.empty(), unreadable, unreadable, Memory.NONE);
  }

  private TrackView view(TrackMapping track, TrackGiven said) {
    Optional<Base> base = said.base().map(b -> base(track, b, said.remembered()));
    TrackView bare =
        new TrackView(
            base,
            observation(track, said, base, Side.SALESFORCE),
            observation(track, said, base, Side.HUBSPOT),
            Memory.NONE);
    return new TrackView(
        base, bare.salesforce(), bare.hubspot(), memory(track, said.remembered(), bare));
  }

  private Observation observation(
      TrackMapping track, TrackGiven said, Optional<Base> base, Side side) {
    if (track.field(side).isEmpty()) {
      return Observation.of(Observation.Kind.UNREADABLE);
    }
    return Optional.ofNullable(said.shown().get(side))
        .map(shown -> observation(track, shown, side))
        .orElseGet(() -> observation(base.flatMap(b -> raw(b, side))));
  }

  private Observation observation(TrackMapping track, Shown shown, Side side) {
    Observation seen =
        switch (shown.kind()) {
          case UNREADABLE -> Observation.of(Observation.Kind.UNREADABLE);
          case GONE -> Observation.of(Observation.Kind.GONE);
          case BLANK, WORD, LABEL -> observation(raw(track, shown, side));
        };
    Optional<ChangeWindow> window =
        shown
            .changed()
            .map(
                m ->
                    new ChangeWindow(
                        m.notBefore(), m.notAfter(), m.notBefore().equals(m.notAfter())));
    return new Observation(seen.kind(), seen.value(), window, shown.by());
  }

  private static Observation observation(Optional<RawValue> value) {
    return value.map(Observation::of).orElse(Observation.of(Observation.Kind.BLANK));
  }

  private Base base(TrackMapping track, AgreedBefore said, Remembered remembered) {
    return new Base(
        said.label(),
        then(track, said, Side.SALESFORCE),
        then(track, said, Side.HUBSPOT),
        said.evidence(),
        said.rulesRanFor(),
        said.cycle(),
        of(track, said, remembered));
  }

  private static Fingerprint of(TrackMapping track, AgreedBefore said, Remembered remembered) {
    boolean another = said.file() != Remembered.File.SAME || track.label(said.label()).isEmpty();
    return another ? ANOTHER_FILE : fingerprint(track, remembered);
  }

  private Optional<RawValue> then(TrackMapping track, AgreedBefore said, Side side) {
    return track
        .field(side)
        .flatMap(
            field ->
                Optional.ofNullable(said.shown().get(side))
                    .map(shown -> raw(track, shown, side))
                    .orElseGet(() -> word(track, today(track, said.label()), side)));
  }

  /** What a label that the file no longer has is called now, if it says so. */
  private static Label today(TrackMapping track, Label label) {
    return track
        .changes()
        .of(label)
        .flatMap(change -> change.now().stream().findFirst())
        .filter(now -> track.label(label).isEmpty())
        .orElse(label);
  }

  private static Optional<RawValue> raw(Base base, Side side) {
    return side == Side.SALESFORCE ? base.salesforce() : base.hubspot();
  }

  private static Fingerprint fingerprint(TrackMapping track, Remembered remembered) {
    return remembered.file() == Remembered.File.SAME ? track.fingerprint() : ANOTHER_FILE;
  }

  private Memory memory(TrackMapping track, Remembered said, TrackView bare) {
    Memory.Seen now = Memory.Seen.of(track, catalogs, bare);
    boolean decided = said.file() != Remembered.File.SAME || said.lastSeen().isPresent();
    Optional<Remembered.Both> last =
        decided
            ? said.lastSeen().or(() -> Optional.of(new Remembered.Both(Map.of())))
            : Optional.empty();
    return new Memory(
        last.map(
            both -> {
              Memory.Seen seen = seen(track, both, now);
              return new Memory.Seen(
                  fingerprint(track, said), seen.salesforce(), seen.hubspot(), "");
            }),
        said.refused().map(refusal -> refused(track, refusal, now)),
        said.blankSeenBefore() ? RUN - 1 : 0,
        said.openClear().flatMap(shown -> raw(track, shown, Side.HUBSPOT)),
        said.choice()
            .map(
                choice -> {
                  Memory.Seen seen = seen(track, choice.madeOn(), now);
                  return new Memory.Choice(choice.winner(), seen.salesforce(), seen.hubspot());
                }),
        said.file() == Remembered.File.APPROVED
            ? Optional.of(track.fingerprint())
            : Optional.empty(),
        own(said.own()),
        said.cycle());
  }

  /** Of a test's writes it is said that they are recent enough to count. */
  private static OwnWrites own(OurWrites said) {
    return new OwnWrites(
        said.lately().stream()
            .map(w -> new OwnWrites.Write(w.side(), w.label(), Instant.EPOCH))
            .toList(),
        said.bouncing().map(w -> new OwnWrites.Bounce(w.side(), w.label())));
  }

  private Memory.Seen refused(TrackMapping track, Remembered.Refusal refusal, Memory.Seen now) {
    Memory.Seen seen = seen(track, refusal.on(), now);
    return refusal.orderChanged()
        ? new Memory.Seen(seen.fingerprint(), seen.salesforce(), seen.hubspot(), "another order")
        : seen;
  }

  private Memory.Seen seen(TrackMapping track, Remembered.Both both, Memory.Seen now) {
    return new Memory.Seen(
        now.fingerprint(),
        then(track, both, Side.SALESFORCE, now.salesforce()),
        then(track, both, Side.HUBSPOT, now.hubspot()),
        now.order());
  }

  private Optional<RawValue> then(
      TrackMapping track, Remembered.Both both, Side side, Optional<RawValue> now) {
    return Optional.ofNullable(both.shown().get(side))
        .map(shown -> raw(track, shown, side))
        .orElse(now);
  }

  /** The raw value that is shown; empty: none. */
  Optional<RawValue> raw(TrackMapping track, Shown shown, Side side) {
    return switch (shown.kind()) {
      case WORD -> Optional.of(new RawValue(shown.text()));
      case LABEL -> word(track, new Label(shown.text()), side);
      case BLANK, UNREADABLE, GONE -> Optional.empty();
    };
  }

  /** How a side shows a label: its first word, a converted status, or blank. */
  private Optional<RawValue> word(TrackMapping track, Label label, Side side) {
    ValueTable table = table(track, side);
    return table.written(label).stream()
        .findFirst()
        .or(
            () ->
                catalogs.on(side).convertedStatuses().stream()
                    .sorted()
                    .filter(status -> table.meanings(Optional.of(status)).contains(label))
                    .findFirst());
  }

  ValueTable table(TrackMapping track, Side side) {
    return ValueTable.of(track, side, given.recordType(), catalogs.on(side));
  }
}
