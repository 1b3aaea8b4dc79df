package io.stagesync.trial;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that a test can expect; a misspelt one would make a test that can never pass. */
public final class Codes {
  /** What becomes of a pair or of a run as a whole; no decision on one pair says it. */
  private static final Set<Reason> OF_A_RUN =
      EnumSet.of(
          Reason.AMBIGUOUS_MATCH, Reason.NOT_LINKED, Reason.MASS_CHANGE, Reason.REJECTED_BY_TARGET);

  static final Set<String> REASONS =
      names(EnumSet.complementOf(EnumSet.copyOf(OF_A_RUN)).toArray(Reason[]::new));
  private static final Set<String> OUTCOMES =
      names(Outcome.values()).stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> FINDINGS = names(Finding.Code.values());

  private Codes() {}

  /** What is wrong with the codes that a test names. */
  public static List<Diagnostic> check(Example example) {
    List<Diagnostic> wrong = new ArrayList<>();
    var expected = example.expected();
    check(example, "reason", expected.reasons().values(), REASONS, wrong::add);
    check(example, "outcome", expected.outcomes().values(), OUTCOMES, wrong::add);
    check(example, "finding", expected.findings().orElse(Set.of()), FINDINGS, wrong::add);
    return wrong;
  }

  private static void check(
      Example example,
      String kind,
      Collection<String> said,
      Set<String> known,
      Consumer<Diagnostic> wrong) {
    for (String code : said) {
      if (!known.contains(code)) {
        Nearest names = Nearest.of(known.stream().sorted().toList());
        wrong.accept(
            new Diagnostic(
                example.place(),
                DiagnosticId.BAD_VALUE,
                Severity.ERROR,
                "`" + code + "` is no " + kind + " that a decision can have",
                names.advice(code, "there are: " + names.list())));
      }
    }
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
