package io.stagesync.mapping.yaml;

import io.stagesync.example.Example;
import io.stagesync.mapping.DiagnosticId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tests, one after the other. */
final class ExampleReader {
  static final List<String> KEYS = List.of("name", "because", "given", "expect");
  private static final String EXAMPLE =
      "{ name: ..., given: { salesforce: { lead-status: Qualified } }, expect: nothing }";

  private final Draft draft;
  private final boolean json;
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @param json whether everything stands in quotes, so that quotes say nothing
   */
  ExampleReader(Draft draft, boolean json) {
    this.draft = draft;
    this.json = json;
  }

  /** The tests of a list. */
  List<Example> list(Site site) {
    if (!site.isList()) {
      draft
          .problems()
          .unreadable(
              site,
              DiagnosticId.WRONG_TYPE,
              "`tests` has to be a list",
              "write each test like `- " + EXAMPLE + "`");
    }
    return site.items().stream().flatMap(item -> read(item).stream()).toList();
  }

  /** One test; empty where it lacks what nobody may leave out. */
  Optional<Example> read(Site site) {
    var problems = draft.problems();
    var keys = new Keys(site, problems, EXAMPLE, KEYS);
    var scalars = new Scalars(problems);
    var name =
        keys.required("name", "say in a sentence what the test shows").flatMap(scalars::prose);
    var because = keys.get("because").flatMap(scalars::prose).orElse("");
    var given = keys.required("given", "say what both sides show");
    var expect =
        keys.required("expect", "say what is to come of it; `nothing` if nothing is written");
    name.ifPresent(said -> twice(site, said));
    if (given.isEmpty() || expect.isEmpty()) {
      return Optional.empty();
    }
    var called = name.orElse(""); // what a test without a name says can be wrong, too
    var names = new ExampleNames(draft, json, TermsReader.convertedIn(given.get()));
    var inPlay = InPlay.of(names, given.get(), expect.get());
    if (inPlay.tracks().isEmpty() && !draft.mapping().tracks().isEmpty()) {
      // Reading it still finds the misspelt name.
      int before = problems.count();
      read(inPlay, site, called, because, given.get(), expect.get());
      if (problems.count() == before) {
        problems.unreadable(
            site,
            DiagnosticId.TEST_SAYS_NOTHING,
            "no track is named, so nothing is looked at",
            "say under `salesforce` or `hubspot` what a track shows");
      }
      return Optional.empty();
    }
    var example = read(inPlay, site, called, because, given.get(), expect.get());
    return name.map(said -> example);
  }

  private static Example read(
      InPlay inPlay, Site site, String name, String because, Site given, Site expect) {
    return new Example(
        name,
        because,
        new GivenReader(inPlay).read(given),
        new ExpectedReader(inPlay).read(expect),
        site.place());
  }

  private void twice(Site site, String name) {
    if (name.isBlank()) {
      draft
          .problems()
          .unreadable(
              site.at("name"),
              DiagnosticId.EMPTY_VALUE,
              "a test without a name cannot be found again",
              "say in a sentence what the test shows");
      return;
    }
    var first = lines.putIfAbsent(name, site.place().line());
    if (first != null) {
      draft
          .problems()
          .at(
              site.at("name").place(),
              DiagnosticId.TEST_TWICE,
              "another test has this name; it stands in line " + first,
              "give it a name of its own");
    }
  }
}
