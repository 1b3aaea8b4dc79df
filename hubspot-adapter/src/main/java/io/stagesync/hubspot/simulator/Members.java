package io.stagesync.hubspot.simulator;

import java.util.Optional;

/**
 * How the account answers who is in a list: in the order of ids, those who are there no more left
 * out.
 */
final class Members {
  private static final int MOST = 250;
  private static final int USUAL = 100;

  private final Portal portal;

  Members(Portal portal) {
    this.portal = portal;
  }

  Answer details(String list) {
    var members = portal.members(list);
    if (members.isEmpty()) {
      return Answer.notFound();
    }
    var answer = Wire.JSON.createObjectNode();
    answer
        .putObject("list")
        .put("listId", list)
        .put("name", "List " + list)
        .put("objectTypeId", portal.listIsOf(list))
        .put("size", members.get().size());
    return Answer.ok(answer);
  }

  Answer page(Asked asked) {
    var limit = asked.number("limit", USUAL);
    if (limit < 1 || limit > MOST) {
      return Answer.invalid("limit must be between 1 and " + MOST);
    }
    var members = portal.members(listOf(asked.path()));
    if (members.isEmpty()) {
      return Answer.notFound();
    }
    var after = Long.parseLong(Optional.ofNullable(asked.query().get("after")).orElse("0"));
    var answer = Wire.JSON.createObjectNode();
    answer.put("total", members.get().size());
    var results = answer.putArray("results");
    long last = 0;
    for (var member : members.get().tailMap(after, false).entrySet()) {
      if (results.size() == limit) {
        answer.putObject("paging").putObject("next").put("after", Long.toString(last));
        break;
      }
      last = member.getKey();
      results
          .addObject()
          .put("recordId", Long.toString(last))
          .put("membershipTimestamp", Wire.stamp(member.getValue()));
    }
    return Answer.ok(answer);
  }

  private static String listOf(String path) {
    var parts = path.split("/");
    return parts[parts.length - 2];
  }
}
