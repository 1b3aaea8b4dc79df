package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Approval;
import io.stagesync.mapping.DiagnosticId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads who agreed on what the file says. */
final class ApprovalReader {
  private static final String EXAMPLE = "{ by: Ann Reed, on: 2026-03-01 }";

  private final Problems problems;
  private final Scalars scalars;

  ApprovalReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  Optional<Approval> read(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("by", "on", "meaning"));
    var on = keys.get("on").flatMap(this::day);
    var meaning = keys.get("meaning").flatMap(scalars::word);
    return keys.required("by", "say who agreed on it")
        .flatMap(scalars::word)
        .map(by -> new Approval(by, on, meaning));
  }

  private Optional<LocalDate> day(Site site) {
    return scalars
        .word(site)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeException e) {
                problems.unreadable(
                    site,
                    DiagnosticId.BAD_VALUE,
                    "`" + text + "` is no day",
                    "write it like `2026-03-01`");
                return Optional.empty();
              }
            });
  }
}
