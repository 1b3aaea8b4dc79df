package io.stagesync.mapping.yaml;

import io.stagesync.example.OurWrites;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what StageSync wrote lately in one track of a test. */
final class OurWritesReader {
  static final List<String> KEYS = List.of("written", "bouncing");
  private static final List<String> SIDES = Stream.of(Side.values()).map(Side::key).toList();

  private final ExampleNames names;

  OurWritesReader(ExampleNames names) {
    this.names = names;
  }

  OurWrites read(Keys memory, TrackMapping track) {
    return new OurWrites(
        memory
            .get("written")
            .map(s -> writes(s, track, "{ salesforce: [working, working] }"))
            .orElse(List.of()),
        memory.get("bouncing").flatMap(s -> bouncing(s, track)));
  }

  private Optional<OurWrites.Write> bouncing(Site site, TrackMapping track) {
    var example = "{ salesforce: working }";
    var writes = writes(site, track, example);
    if (writes.size() > 1) {
      names
          .problems()
          .unreadable(
              site,
              DiagnosticId.BAD_VALUE,
              "one label of one side goes back and forth",
              "write it like `" + example + "`");
    }
    return writes.stream().findFirst();
  }

  private List<OurWrites.Write> writes(Site site, TrackMapping track, String example) {
    var keys = new Keys(site, names.problems(), example, SIDES);
    var writes = new ArrayList<OurWrites.Write>();
    for (var side : Side.values()) {
      keys.get(side.key())
          .filter(s -> names.hasField(s, track, side))
          .ifPresent(
              s ->
                  s.itemsOrSelf().forEach(item -> write(item, track, side).ifPresent(writes::add)));
    }
    return writes;
  }

  private Optional<OurWrites.Write> write(Site item, TrackMapping track, Side side) {
    return names.keyword(item, "blank")
        ? Optional.of(new OurWrites.Write(side, Optional.<Label>empty()))
        : names.label(item, track).map(label -> new OurWrites.Write(side, Optional.of(label)));
  }
}
