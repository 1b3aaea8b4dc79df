package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what people are, as opposed to where they stand. */
final class AttributeReader {
  private static final String EXAMPLE = "{ kind: segment, salesforce: Lead.Target_Account__c }";

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  AttributeReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  List<Attribute> read(Site site) {
    new Keys(site, problems, "tsm: " + EXAMPLE, site.entries().stream().map(Site::name).toList());
    var attributes = new ArrayList<Attribute>();
    for (var entry : site.entries()) {
      scalars
          .name(entry)
          .flatMap(name -> attribute(entry, name))
          .ifPresent(attribute -> attributes.add(sites.remember(attribute, entry)));
    }
    return attributes;
  }

  private Optional<Attribute> attribute(Site site, String name) {
    if (site.isScalar() && !site.isNothing()) {
      problems.unreadable(
          site,
          DiagnosticId.MISSING_KEY,
          "the attribute `" + name + "` names no field, so nothing could be shown of it",
          "write `" + name + ": { kind: " + site.text() + ", salesforce: Lead.Some_Field__c }`");
      return Optional.empty();
    }
    var keys = new Keys(site, problems, EXAMPLE, List.of("kind", "salesforce", "hubspot", "means"));
    var kind =
        keys.required("kind", "write `segment`, or `first-touch` where the first value counts")
            .flatMap(k -> scalars.choice(k, Attribute.Kind.values()));
    var fields = fields(keys);
    if (site.isMap() && !site.has(Side.SALESFORCE.key()) && !site.has(Side.HUBSPOT.key())) {
      problems.unreadable(
          site,
          DiagnosticId.MISSING_KEY,
          "the attribute `" + name + "` names no field, so nothing could be shown of it",
          "add `salesforce: Lead.Some_Field__c` or `hubspot: contact.some_property`");
    }
    var means = keys.get("means").flatMap(scalars::prose).orElse("");
    return kind.map(k -> new Attribute(name, k, fields, means));
  }

  private Map<Side, FieldName> fields(Keys keys) {
    var fields = new EnumMap<Side, FieldName>(Side.class);
    for (var side : Side.values()) {
      keys.get(side.key())
          .flatMap(field -> new FieldReader(problems).read(field, side))
          .ifPresent(field -> fields.put(side, field));
    }
    return fields;
  }
}
