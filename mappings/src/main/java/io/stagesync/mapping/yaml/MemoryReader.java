package io.stagesync.mapping.yaml;

import io.stagesync.example.Remembered;
import io.stagesync.example.Remembered.Both;
import io.stagesync.example.Remembered.Refusal;
import io.stagesync.example.Shown;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is remembered of one track of a test. */
final class MemoryReader {
  static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "mapping", "last-seen", "refused", "choice", "open-clear", "blank", "cycle"),
              OurWritesReader.KEYS.stream())
          .toList();
  private static final String EXAMPLE = "{ choice: hubspot }";

  private final ExampleNames names;
  private final Problems problems;
  private final ShownReader shown;

  MemoryReader(ExampleNames names) {
    this.names = names;
    this.problems = names.problems();
    this.shown = new ShownReader(names);
  }

  Remembered read(Site site, TrackMapping track) {
    var keys = new Keys(site, problems, EXAMPLE, KEYS);
    return new Remembered(
        keys.get("mapping")
            .flatMap(
                m ->
                    names
                        .scalars()
                        .choice(
                            m,
                            new Remembered.File[] {
                              Remembered.File.CHANGED, Remembered.File.APPROVED
                            }))
            .orElse(Remembered.File.SAME),
        keys.get("last-seen").map(s -> both(s, track)),
        keys.get("refused").flatMap(s -> refused(s, track)),
        keys.get("choice").flatMap(s -> choice(s, track)),
        keys.get("open-clear").flatMap(s -> shown.read(s, track, Side.HUBSPOT)),
        keys.get("blank")
            .flatMap(s -> names.scalars().choice(s, new String[] {"seen-before"}, w -> w))
            .isPresent(),
        new OurWritesReader(names).read(keys, track),
        keys.get("cycle").flatMap(s -> names.scalars().integer(s, 1, 1_000_000)).orElse(0));
  }

  private Optional<Refusal> refused(Site site, TrackMapping track) {
    if (site.isMap()) {
      var keys =
          new Keys(
              site,
              problems,
              "{ salesforce: Lead, hubspot: lead }",
              List.of(Side.SALESFORCE.key(), Side.HUBSPOT.key(), "order"));
      var order =
          keys.get("order")
              .flatMap(o -> names.scalars().choice(o, new String[] {"changed"}, w -> w));
      return Optional.of(new Refusal(new Both(sides(keys, track)), order.isPresent()));
    }
    if (!site.text().equals("true")) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`refused` has to be `true`, or the values on which the write was refused",
          "write `true`, or `{ salesforce: Lead, hubspot: lead }`");
      return Optional.empty();
    }
    return Optional.of(new Refusal(new Both(Map.of()), false));
  }

  private Optional<Remembered.Choice> choice(Site site, TrackMapping track) {
    if (!site.isMap()) {
      return side(site).map(side -> new Remembered.Choice(side, new Both(Map.of())));
    }
    var keys =
        new Keys(
            site,
            problems,
            "{ side: hubspot, on: { salesforce: Lead, hubspot: lead } }",
            List.of("side", "on"));
    var on = keys.get("on").map(s -> both(s, track)).orElse(new Both(Map.of()));
    return keys.required("side", "say which side was chosen")
        .flatMap(this::side)
        .map(side -> new Remembered.Choice(side, on));
  }

  private Optional<Side> side(Site site) {
    return names.scalars().choice(site, Side.values(), Side::key);
  }

  private Both both(Site site, TrackMapping track) {
    return new Both(sides(site, track));
  }

  /** A value for each side. */
  Map<Side, Shown> sides(Site site, TrackMapping track) {
    var keys =
        new Keys(
            site,
            problems,
            "{ salesforce: Lead, hubspot: lead }",
            List.of(Side.SALESFORCE.key(), Side.HUBSPOT.key()));
    return sides(keys, track);
  }

  Map<Side, Shown> sides(Keys keys, TrackMapping track) {
    var values = new EnumMap<Side, Shown>(Side.class);
    for (var side : Side.values()) {
      keys.get(side.key())
          .flatMap(s -> shown.read(s, track, side))
          .ifPresent(s -> values.put(side, s));
    }
    return values;
  }
}
