package io.stagesync.trial;

import io.stagesync.example.Example;
import java.util.List;

/**
 * What became of one test.
 *
 * @param example the test
 * @param differences where it was decided otherwise than expected; none: it passed
 * @param given how the pair stood, in lines for people; none where it passed
 * @param why each track's reason with its sentence, in lines for people; none where it passed
 */
public record Tried(
    Example example, List<Difference> differences, List<String> given, List<String> why) {
  public Tried {
    differences = List.copyOf(differences);
    given = List.copyOf(given);
    why = List.copyOf(why);
  }

  /** Whether everything was decided as expected. */
  public boolean passed() {
    return differences.isEmpty();
  }
}
