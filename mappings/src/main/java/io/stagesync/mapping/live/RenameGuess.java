package io.stagesync.mapping.live;

import io.stagesync.mapping.Nearest;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Optional;

/**
 * Guesses what a word that a CRM no longer has is called now. No CRM tells of a rename, so this is
 * for sentences only.
 *
 * @param missing words of the file that the field does not have
 * @param unmapped values of the field of which the file does not speak
 */
public record RenameGuess(List<RawValue> missing, List<RawValue> unmapped) {
  public RenameGuess {
    missing = List.copyOf(missing);
    unmapped = List.copyOf(unmapped);
  }

  /** The value of almost the same name, or else the only newcomer where one word alone is gone. */
  public Optional<RawValue> of(RawValue word) {
    var near = Nearest.of(unmapped).to(word.text()).map(RawValue::new);
    return near.isPresent() || missing.size() != 1 || unmapped.size() != 1
        ? near
        : Optional.of(unmapped.get(0));
  }
}
