package io.stagesync.mapping.yaml;

import io.stagesync.mapping.LabelMapping.Counting;
import io.stagesync.mapping.SideEffects;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Reads how people who are at a label, or enter it, are counted. */
final class CountingReader {
  private static final String EXAMPLE = "{ cap: 200, because: \"Starts the nurture workflow\" }";

  private static final String WHY = "say what it sets off, for whoever has to approve it";

  private final Problems problems;
  private final Scalars scalars;

  CountingReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  Counting read(Keys label) {
    boolean excluded =
        label
            .get("pipeline")
            .flatMap(p -> scalars.choice(p, new String[] {"included", "excluded"}, word -> word))
            .filter("excluded"::equals)
            .isPresent();
    return new Counting(!excluded, label.get("side-effects").flatMap(this::sideEffects));
  }

  private Optional<SideEffects> sideEffects(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("cap", "in", "because"));
    var cap =
        keys.required("cap", "say how many people one run may bring here; 0 asks every time")
            .flatMap(c -> scalars.integer(c, 0, 10_000_000));
    var because = keys.required("because", WHY).flatMap(b -> scalars.reason(b, WHY)).orElse("");
    var in = keys.get("in").flatMap(side -> scalars.choice(side, Side.values(), Side::key));
    return cap.map(most -> new SideEffects(most, in, because));
  }
}
