package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.WayBack;
import io.stagesync.vocabulary.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads the ways back of one track. */
final class WayBackReader {
  private static final String EXAMPLE =
      "- { from: sql, to: mql, by: sales, because: \"Recycled\" }";

  private static final String WHY = "say why people go back this way";

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  WayBackReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  List<WayBack> read(Site site) {
    if (!site.isList()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          "`backward` has to be a list",
          "write each way like `" + EXAMPLE + "`");
    }
    var ways = new ArrayList<WayBack>();
    for (var item : site.items()) {
      way(item).ifPresent(way -> ways.add(sites.remember(way, item)));
    }
    return ways;
  }

  private Optional<WayBack> way(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("from", "to", "by", "cycle", "because"));
    var start = keys.required("from", "name the label or labels where the way starts");
    start
        .filter(labels -> labels.isList() && labels.items().isEmpty())
        .ifPresent(
            labels ->
                problems.unreadable(
                    labels,
                    DiagnosticId.EMPTY_VALUE,
                    "a way that starts nowhere says nothing",
                    "name the label or labels where it starts"));
    var from = new LinkedHashSet<Label>();
    start.stream()
        .flatMap(labels -> labels.itemsOrSelf().stream())
        .forEach(label -> scalars.word(label).map(Label::new).ifPresent(from::add));
    var to = keys.required("to", "name the label where the way leads").flatMap(scalars::word);
    var because = keys.required("because", WHY).flatMap(b -> scalars.reason(b, WHY));
    if (to.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WayBack(
            from,
            new Label(to.get()),
            keys.get("by").flatMap(scalars::word).map(Team::new),
            keys.get("cycle")
                .flatMap(c -> scalars.choice(c, new String[] {"next"}, word -> word))
                .isPresent(),
            because.orElse(""),
            site.place().line()));
  }
}
