package io.stagesync.reconcile;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table: a sentence, the settings that it is true under, what stands there, and what
 * is decided.
 */
record DecisionRow(
    String sentence,
    Map<String, String> settings,
    String base,
    String salesforce,
    String hubspot,
    Map<String, String> state,
    String reason,
    String writes,
    String label) {

  static DecisionRow parse(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 9) {
      throw new IllegalArgumentException(cells.length + " cells instead of 9: " + line);
    }
    String[] c = Arrays.stream(cells).map(String::strip).toArray(String[]::new);
    return new DecisionRow(c[0], tokens(c[1]), c[2], c[3], c[4], tokens(c[5]), c[6], c[7], c[8]);
  }

  private static Map<String, String> tokens(String cell) {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (String token : cell.split(",")) {
      String[] parts = token.strip().split("=", 2);
      tokens.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return tokens;
  }

  private Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  private Optional<String> state(String key) {
    return Optional.ofNullable(state.get(key));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String said) {
    return Enum.valueOf(type, said.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Track track() {
    return settings.containsKey("status") ? TestMappings.STATUS : TestMappings.STAGE;
  }

  Mapping mapping() {
    boolean status = settings.containsKey("status");
    TrackBuilder track = status ? TestMappings.status() : stage();
    setting("conflict").ifPresent(s -> track.conflict(word(ConflictRule.class, s)));
    setting("first").ifPresent(s -> track.firstSync(word(FirstSync.class, s)));
    setting("refused").ifPresent(s -> track.refusedEdits(word(RefusedEdits.class, s)));
    setting("clears").ifPresent(s -> track.clears(word(Clears.class, s)));
    setting("direction").ifPresent(s -> track.direction(word(Direction.class, s)));
    setting("no-skips").ifPresent(s -> track.noSkips());
    setting("lone").ifPresent(s -> track.only(word(Side.class, s)));
    Mapping mapping = TestMappings.mapping(track.build());
    if (settings.containsKey("begins")) {
      mapping = TestMappings.beginning(mapping, track(), setting("begins").orElseThrow());
    }
    if (settings.containsKey("scope")) {
      mapping = TestMappings.with(mapping, scope());
    }
    if (!status && !settings.containsKey("no-conversion")) {
      var disagrees = setting("disagrees").map(s -> word(RefusedEdits.class, s));
      mapping =
          TestMappings.with(mapping, TestMappings.conversion(disagrees.orElse(RefusedEdits.HOLD)));
    }
    return mapping;
  }

  private TrackBuilder stage() {
    return settings.containsKey("branches") ? TestMappings.forked() : TestMappings.stage();
  }

  private Scope scope() {
    return new Scope(TestMappings.STAGE, new Label(setting("scope").orElseThrow()));
  }

  Catalogs catalogs() {
    Mapping mapping = mapping();
    Catalogs catalogs = TestMappings.catalogs(mapping);
    for (Side side : Side.values()) {
      Optional<FieldName> name = mapping.track(track()).field(side);
      if (name.isPresent()) {
        FieldCatalog field = catalogs.on(side).field(name.get()).orElseThrow();
        catalogs = TestMappings.with(catalogs, name.get(), changed(field, side));
      }
    }
    return catalogs;
  }

  private FieldCatalog changed(FieldCatalog f, Side side) {
    String inactive = state("without").orElse("");
    List<RawValue> values = f.values().stream().filter(v -> !v.text().equals(inactive)).toList();
    if (state("reversed").isPresent()) {
      values = values.stream().sorted((a, b) -> f.order(b) - f.order(a)).toList();
    }
    return new FieldCatalog(
        !state("readonly").orElse("").equals(side.key()),
        f.clearable() && !state("required").orElse("").equals(side.key()),
        state("no-history").isEmpty(),
        f.forwardOnly(),
        values,
        f.offered(),
        f.displayLabels());
  }

  PairView pair() {
    boolean converted = state("converted").isPresent();
    Evidence evidence = state("converted").map(e -> word(Evidence.class, e)).orElse(Evidence.NONE);
    return new PairView(
        converted,
        evidence,
        state("Partner").map(p -> TestMappings.PARTNER),
        Map.of(track(), view()),
        5);
  }

  private TrackView view() {
    TrackView bare =
        new TrackView(stored(), seen(Side.SALESFORCE), seen(Side.HUBSPOT), Memory.NONE);
    Fingerprint now = new Fingerprint("f1");
    var seen =
        new Memory.Seen(
            new Fingerprint(state("last").orElse("f1")), raw(salesforce), raw(hubspot), "");
    Optional<Memory.Seen> refused =
        state("refused").map(r -> Memory.Seen.of(mapping().track(track()), catalogs(), bare));
    Memory memory =
        new Memory(
            state("last").map(l -> seen),
            refused,
            state("seen").map(Long::valueOf).orElse(0L),
            state("clear").map(RawValue::new),
            state("choice").map(c -> choice(word(Side.class, c))),
            state("approved").map(a -> now),
            new OwnWrites(
                state("wrote").map(DecisionRow::wrote).orElse(List.of()),
                state("bounced")
                    .map(DecisionRow::wrote)
                    .map(w -> new OwnWrites.Bounce(w.get(0).side(), w.get(0).label()))),
            0);
    return new TrackView(bare.base(), bare.salesforce(), bare.hubspot(), memory);
  }

  /** {@code salesforce mql mql}, a hyphen for a clear. */
  private static List<OwnWrites.Write> wrote(String said) {
    String[] words = said.split(" ");
    return Arrays.stream(words)
        .skip(1)
        .map(
            label ->
                new OwnWrites.Write(
                    word(Side.class, words[0]),
                    label.equals("-") ? Optional.empty() : Optional.of(new Label(label)),
                    Instant.EPOCH))
        .toList();
  }

  private Memory.Choice choice(Side winner) {
    boolean stale = state("stale").isPresent();
    Optional<RawValue> madeOn = stale ? Optional.of(new RawValue("stale")) : raw(hubspot);
    return new Memory.Choice(winner, raw(salesforce), madeOn);
  }

  /** {@code mql}, {@code mql@open}, {@code working(Legal Review/IN_PROGRESS)}, {@code -}. */
  private Optional<Base> stored() {
    if (base.equals("-")) {
      return Optional.empty();
    }
    String name = base.split("[@(]")[0];
    Optional<Evidence> evidence =
        base.contains("@")
            ? Optional.of(word(Evidence.class, base.split("@")[1]))
            : Optional.empty();
    Optional<RawValue> sf = first(name, Side.SALESFORCE);
    Optional<RawValue> hs = first(name, Side.HUBSPOT);
    if (base.contains("(")) {
      String[] raws = base.substring(base.indexOf('(') + 1, base.indexOf(')')).split("/");
      sf = raw(raws[0]);
      hs = raw(raws[1]);
    }
    return Optional.of(
        new Base(
            new Label(name),
            sf,
            hs,
            evidence,
            Optional.of(new Label(name)),
            new Fingerprint(state("basefp").orElse("f1"))));
  }

  private Optional<RawValue> first(String label, Side side) {
    Mapping mapping = mapping();
    return ValueTable.of(
            mapping.track(track()), side, Optional.empty(), TestMappings.catalogs(mapping).on(side))
        .written(new Label(label))
        .stream()
        .findFirst();
  }

  private static Optional<RawValue> raw(String cell) {
    return List.of("-", "?", "x", "~").contains(cell)
        ? Optional.empty()
        : Optional.of(new RawValue(cell));
  }

  private Observation seen(Side side) {
    String cell = side == Side.SALESFORCE ? salesforce : hubspot;
    Observation observation =
        switch (cell) {
          case "-", "~" -> Observation.of(Observation.Kind.BLANK);
          case "?" -> Observation.of(Observation.Kind.UNREADABLE);
          case "x" -> Observation.of(Observation.Kind.GONE);
          default -> Observation.of(new RawValue(cell));
        };
    return window(side).map(observation::changed).orElse(observation);
  }

  /** {@code at=salesforce/hubspot} in seconds; {@code 3-9} is an interval, {@code ?} unknown. */
  private Optional<ChangeWindow> window(Side side) {
    String said = state("at").map(a -> a.split("/")[side.ordinal()]).orElse("?");
    if (said.equals("?")) {
      return Optional.empty();
    }
    String[] ends = said.split("-");
    Instant from = Instant.EPOCH.plusSeconds(Long.parseLong(ends[0]));
    Instant to = Instant.EPOCH.plusSeconds(Long.parseLong(ends[ends.length - 1]));
    return Optional.of(new ChangeWindow(from, to, ends.length == 1));
  }

  static String shown(List<FieldWrite> writes) {
    if (writes.isEmpty()) {
      return "nothing";
    }
    return String.join(
        "; ",
        writes.stream()
            .map(
                w ->
                    w.side().key()
                        + ": "
                        + (w.clearFirst() ? "clear, " : "")
                        + w.value().map(RawValue::text).orElse("blank"))
            .toList());
  }
}
