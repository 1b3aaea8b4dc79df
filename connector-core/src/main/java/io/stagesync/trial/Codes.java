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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that a test can expect; a misspelt one would make a test that can never pass. */
public final class Codes {
  private static final String FINDING_PAIRS =
      "a run says it while it looks for the two records of a person, and a test begins with both";
  private static final String WHOLE_RUN = "it is said of all that one run would write";
  private static final String SEEN =
      "a run finds it in what it keeps and in the fields' histories, and it decides nothing";

  /** What only a run can say, with why no decision on one pair does. */
  static final Map<String, String> OF_A_RUN =
      Map.of(
          "AMBIGUOUS_MATCH", FINDING_PAIRS,
          "NOT_LINKED", FINDING_PAIRS,
          "MASS_CHANGE", WHOLE_RUN,
          "SIDE_EFFECTS", WHOLE_RUN,
          "REJECTED_BY_TARGET", "a CRM says it when it is written, and a test writes nothing",
          "UNAUTHORISED_CHANGE", SEEN,
          "FIRST_TOUCH_CHANGED", SEEN);

  static final Set<String> REASONS =
      Stream.of(Reason.values())
          .map(Reason::name)
          .filter(name -> !OF_A_RUN.containsKey(name))
          .collect(Collectors.toUnmodifiableSet());
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
    for (String code : said.stream().sorted().toList()) {
      if (!known.contains(code)) {
        Nearest names = Nearest.of(known.stream().sorted().toList());
        var ofARun = OF_A_RUN.get(code);
        wrong.accept(
            new Diagnostic(
                example.place(),
                DiagnosticId.BAD_VALUE,
                Severity.ERROR,
                "`" + code + "` is no " + kind + " that a decision can have",
                ofARun == null
                    ? names.advice(code, "there are: " + names.list())
                    : "leave it out: " + ofARun + "; the report of a run and `explain` tell it"));
      }
    }
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
