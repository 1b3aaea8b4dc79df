package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;

/** How the account answers a search, from its index. */
final class Searches {
  private static final int PAGE = 200;
  private static final int WINDOW = 10_000;
  private static final String STAMP = "lastmodifieddate";
  private static final String ID = "hs_object_id";

  private final Portal portal;
  private final long portalId;

  Searches(Portal portal, long portalId) {
    this.portal = portal;
    this.portalId = portalId;
  }

  Answer search(Asked asked) {
    var body = asked.body();
    var limit = body.path("limit").asInt(10);
    var after = body.path("after").asInt(0);
    if (limit > PAGE || after + limit > WINDOW) {
      return Answer.invalid("a page has at most 200 rows, and a query at most 10000");
    }
    if (body.path("sorts").size() > 1 || body.toString().length() > 3_000) {
      return Answer.invalid("one sort and 3000 characters are allowed");
    }
    for (JsonNode filter : body.path("filterGroups").path(0).path("filters")) {
      if (!portal.sheet().has(filter.path("propertyName").asText())) {
        return Answer.invalid("There was a problem with the request: unknown property");
      }
    }
    return page(asked, limit, after);
  }

  private Answer page(Asked asked, int limit, int after) {
    var filters = asked.body().path("filterGroups").path(0).path("filters");
    var names = asked.texts("properties");
    var answer = Wire.JSON.createObjectNode();
    var results = answer.putArray("results");
    long total = 0;
    for (SearchIndex.Row row : candidates(asked.body(), filters)) {
      if (matches(row, filters)) {
        if (total >= after && results.size() < limit) {
          results.add(Wire.contact(row.id(), row.values(), names, portal.sheet(), portalId));
        }
        total++;
      }
    }
    answer.put("total", total);
    if (total > after + limit) {
      answer.putObject("paging").putObject("next").put("after", Integer.toString(after + limit));
    }
    return Answer.ok(answer);
  }

  /** Rows in the order asked for, from where the filters begin. */
  private Collection<SearchIndex.Row> candidates(JsonNode body, JsonNode filters) {
    var sort = body.path("sorts").path(0);
    var byId = sort.path("propertyName").asText().equals(ID);
    var rows = byId ? portal.index().byId(portal.now()) : portal.index().byStamp(portal.now());
    NavigableSet<SearchIndex.Row> from = rows;
    for (JsonNode filter : filters) {
      if (filter.path("propertyName").asText().equals(byId ? ID : STAMP)
          && List.of("GT", "GTE", "EQ", "BETWEEN").contains(filter.path("operator").asText())) {
        var low = filter.path("value").asLong();
        from = from.tailSet(new SearchIndex.Row(byId ? low : Long.MIN_VALUE, low, Map.of()), true);
      }
    }
    var descending = sort.path("direction").asText().equals("DESCENDING");
    var property = sort.path("propertyName").asText(STAMP);
    if (!property.equals(STAMP) && !byId) {
      Comparator<SearchIndex.Row> order =
          Comparator.comparing(row -> row.values().getOrDefault(property, ""));
      return from.stream().sorted(descending ? order.reversed() : order).toList();
    }
    return descending ? from.descendingSet() : from;
  }

  private static boolean matches(SearchIndex.Row row, JsonNode filters) {
    for (JsonNode filter : filters) {
      if (!matches(row, filter, filter.path("propertyName").asText())) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(SearchIndex.Row row, JsonNode filter, String property) {
    var text = filter.path("value").asText();
    if (property.equals(STAMP) || property.equals(ID)) {
      var value = property.equals(STAMP) ? row.stamp() : row.id();
      var bound = number(text);
      return switch (filter.path("operator").asText()) {
        case "EQ" -> value == bound;
        case "GT" -> value > bound;
        case "GTE" -> value >= bound;
        case "LT" -> value < bound;
        case "LTE" -> value <= bound;
        case "BETWEEN" -> value >= bound && value <= number(filter.path("highValue").asText());
        default -> false;
      };
    }
    var shown = row.values().get(property);
    return switch (filter.path("operator").asText()) {
      case "EQ" -> Objects.equals(shown, text);
      case "NEQ" -> !Objects.equals(shown, text);
      case "HAS_PROPERTY" -> shown != null;
      case "NOT_HAS_PROPERTY" -> shown == null;
      default -> false;
    };
  }

  private static long number(String text) {
    return text.contains("T") ? Instant.parse(text).toEpochMilli() : Long.parseLong(text);
  }
}
