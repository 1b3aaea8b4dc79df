package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Pilot;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who takes part in a pilot. */
final class PilotReader {
  private static final String EXAMPLE = "{ salesforce: { Lead.Region__c: [EMEA] } }";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Problems problems;
  private final Sites sites;

  PilotReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
  }

  Optional<Pilot> read(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, List.of("salesforce", "hubspot-list", "ids"));
    if (site.isMap() && site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "a pilot that says nothing of who takes part is none",
          "say it with `salesforce`, `hubspot-list` or `ids`, or delete `pilot`");
    }
    var conditions = keys.get("salesforce").map(this::conditions).orElse(List.of());
    var people = keys.get("ids").flatMap(ids -> new IdsFile(problems).read(ids));
    var list = keys.get("hubspot-list").flatMap(this::list);
    return conditions.isEmpty() && people.isEmpty() && list.isEmpty()
        ? Optional.empty()
        : Optional.of(sites.remember(new Pilot(conditions, list, people), site));
  }

  private Optional<String> list(Site site) {
    return new Scalars(problems)
        .word(site)
        .filter(
            id -> {
              boolean number = NUMBER.matcher(id).matches();
              if (!number) {
                problems.unreadable(
                    site,
                    DiagnosticId.BAD_VALUE,
                    "`" + id + "` is no list's id, which is a number",
                    "open the list in HubSpot: its details show its ILS list id");
              }
              return number;
            });
  }

  private List<FieldCondition> conditions(Site site) {
    new Keys(
        site,
        problems,
        "{ Lead.Region__c: [EMEA] }",
        site.entries().stream().map(Site::name).toList());
    if (site.isMap() && site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "no field is named here",
          "write it like `{ Lead.Region__c: [EMEA] }`");
    }
    var conditions = new ArrayList<FieldCondition>();
    for (var entry : site.entries()) {
      var field = new FieldReader(problems).readKey(entry, Side.SALESFORCE);
      var values = new LinkedHashSet<>(new WordsReader(problems).values(entry));
      if (entry.isList() && entry.items().isEmpty()) {
        problems.unreadable(
            entry,
            DiagnosticId.EMPTY_VALUE,
            "an empty list of values lets nobody take part",
            "list the values of those who do");
      }
      if (field.isPresent() && !values.isEmpty()) {
        conditions.add(sites.remember(new FieldCondition(field.get(), values), entry));
      }
    }
    return conditions;
  }
}
