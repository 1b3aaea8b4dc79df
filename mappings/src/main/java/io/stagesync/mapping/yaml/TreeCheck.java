package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What is checked of every part of the file, whatever it means. */
final class TreeCheck {
  /** Their text is for people and may say anything. */
  private static final Set<String> PROSE =
      Set.of("name", "means", "entered-when", "next-action", "because");

  private final Problems problems;
  private final Deque<Node> above = new ArrayDeque<>();

  TreeCheck(Problems problems) {
    this.problems = problems;
  }

  /** Whether the tree has an end, so that it can be read. */
  boolean check(Site site) {
    if (above.contains(site.node())) {
      problems.at(
          site.keyPlace(),
          DiagnosticId.RECURSIVE_ALIAS,
          "this alias stands inside of what it names",
          "write the value itself");
      return false;
    }
    above.push(site.node());
    campaignMember(site);
    keys(site);
    boolean ends = true;
    for (var entry : site.entries()) {
      ends &= PROSE.contains(entry.name()) && entry.isScalar() || check(entry);
    }
    for (var item : site.items()) {
      ends &= check(item);
    }
    above.pop();
    return ends;
  }

  private void keys(Site site) {
    if (site.node() instanceof MappingNode map) {
      for (var tuple : map.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode)) {
          problems.unreadable(
              Site.top(problems, tuple.getKeyNode()),
              DiagnosticId.WRONG_TYPE,
              "a list or keys stand where a single key has to be",
              "write `key: value`");
        }
      }
    }
    Map<String, Integer> first = new HashMap<>();
    for (var entry : site.entries()) {
      var line = first.putIfAbsent(entry.name(), entry.keyPlace().line());
      if (line != null) {
        problems.at(
            entry.keyPlace(),
            DiagnosticId.DUPLICATE_KEY,
            "`" + entry.name() + "` stands here a second time; the first is in line " + line,
            "keep one of them");
      }
    }
  }

  private void campaignMember(Site site) {
    boolean byKey = namesCampaignMember(site.name());
    if (byKey || namesCampaignMember(site.text())) {
      problems.at(
          byKey ? site.keyPlace() : site.place(),
          DiagnosticId.CAMPAIGN_MEMBER,
          "a campaign member's status is no status or stage of a person: it says how one person"
              + " answered one campaign, and a person has one for each campaign",
          "delete it; StageSync shows campaign members in its report and in `explain`, and never"
              + " maps them");
    }
  }

  private static boolean namesCampaignMember(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains("campaignmember");
  }
}
