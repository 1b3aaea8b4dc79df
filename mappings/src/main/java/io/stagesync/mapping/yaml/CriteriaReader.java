package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what other tracks have to show when a person enters or leaves a label. */
final class CriteriaReader {
  private static final String EXAMPLE = "{ lead-status: [working, qualified] }";

  private final Problems problems;
  private final Scalars scalars;

  CriteriaReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  Criteria read(Keys keys) {
    return new Criteria(
        keys.get("entry-criteria").map(this::criteria).orElse(Map.of()),
        keys.get("exit-criteria").map(this::criteria).orElse(Map.of()));
  }

  private Map<Track, List<Label>> criteria(Site site) {
    new Keys(site, problems, EXAMPLE, site.entries().stream().map(Site::name).toList());
    if (site.isMap() && site.entries().isEmpty()) {
      nothing(site);
    }
    var criteria = new LinkedHashMap<Track, List<Label>>();
    for (var entry : site.entries()) {
      var labels =
          entry.itemsOrSelf().stream()
              .flatMap(item -> scalars.word(item).stream())
              .map(Label::new)
              .distinct()
              .toList();
      if (entry.isList() && entry.items().isEmpty()) {
        nothing(entry);
      }
      if (!labels.isEmpty() && !entry.name().isBlank()) {
        criteria.put(new Track(entry.name()), labels);
      }
    }
    return criteria;
  }

  private void nothing(Site site) {
    problems.unreadable(
        site,
        DiagnosticId.EMPTY_VALUE,
        "nothing could meet this: no label is named",
        "write the track and its labels like `" + EXAMPLE + "`, or delete the key");
  }
}
