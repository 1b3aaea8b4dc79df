package io.stagesync.app.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mapping file of a size that one chooses. Its tracks differ in their policies and words; each
 * three of them are a chain, in which what people enter in one leads the next one on.
 *
 * @param tracks how many tracks, from 1
 * @param labels how many labels each of them has, at least {@link #FEWEST_LABELS}; of all tracks
 *     together {@link #MOST_LABELS} at most
 */
public record LargeMapping(int tracks, int labels) {
  /** With fewer labels the ways of the file would lie over one another. */
  public static final int FEWEST_LABELS = 16;

  /** A mapping file has at most 20,000 keys and values; so many labels have room in it. */
  public static final int MOST_LABELS = 1_200;

  /** What can be asked for, in words. */
  public static final String SIZES =
      String.format(
          Locale.ROOT,
          "1 track or more, of %d labels or more, and of %,d labels in all or fewer",
          FEWEST_LABELS,
          MOST_LABELS);

  private static final int CHAIN = 3;
  private static final List<String> CONFLICT =
      List.of("furthest-wins", "latest-wins", "salesforce-wins", "hubspot-wins");
  private static final List<String> FIRST_SYNC =
      List.of("furthest-wins", "report-only", "salesforce-wins", "hubspot-wins");
  private static final List<String> OWNERS =
      List.of("", ", owner: sales", "", ", owner: marketing");

  /**
   * Checks that it can be.
   *
   * @throws IllegalArgumentException if it is too small or too large
   */
  public LargeMapping {
    if (!isPossible(tracks, labels)) {
      throw new IllegalArgumentException(SIZES);
    }
  }

  /** Whether there is a file of such a size. */
  public static boolean isPossible(int tracks, int labels) {
    return tracks >= 1 && labels >= FEWEST_LABELS && (long) tracks * labels <= MOST_LABELS;
  }

  /** How many chains of three tracks it has. */
  public int chains() {
    return tracks / CHAIN;
  }

  /** The whole file. */
  public String text() {
    String head =
        """
        # %s tracks of %s labels, to measure what a file of that size costs.
        version: 1
        name: large
        tracks:
        """
            .formatted(tracks, labels);
    String all = IntStream.range(0, tracks).mapToObj(this::track).collect(Collectors.joining());
    String rules = IntStream.range(0, chains()).mapToObj(this::rules).collect(Collectors.joining());
    String conversion =
        "conversion: { track: t0, open: %s, won: %s, lost: %s, none: %s }\n"
            .formatted(name(labels - 2), name(labels - 1), at(0.25), at(0.5));
    return head + all + (rules.isEmpty() ? "" : "rules:\n" + rules) + conversion;
  }

  private String track(int track) {
    String status = track == 1 ? "Lead.Status" : "Lead.F" + track + "__c";
    String stage = track == 0 ? "contact.lifecyclestage" : "contact.f" + track;
    List<String> lines = new ArrayList<>();
    lines.add("  t" + track + ":");
    lines.add("    salesforce: " + status);
    lines.add("    hubspot: " + stage);
    lines.add("    conflict: " + CONFLICT.get(track % CONFLICT.size()));
    lines.add("    first-sync: " + FIRST_SYNC.get(track % FIRST_SYNC.size()));
    lines.add("    clears: " + (track % 5 == 2 ? "propagate" : "refill"));
    lines.add("    refused-edits: " + (track % 2 == 0 ? "hold" : "correct"));
    lines.add("    labels:");
    for (int label = 0; label < labels; label++) {
      lines.add("      " + label(track, label));
    }
    lines.add("    backward:");
    lines.add(back(at(0.55), at(0.8), at(0.4)));
    lines.add(back(at(0.65), at(0.9), at(0.1)));
    return String.join("\n", lines) + "\n";
  }

  private String label(int track, int label) {
    String salesforce = (label + track) % 3 == 0 ? words("S" + label) : "S" + label;
    String hubspot = (label + track) % 4 == 1 ? words("h" + label) : "h" + label;
    boolean fromOpportunity = track == 0 && label >= labels - 2;
    boolean borrows = label > 0 && (label + track) % 11 == 7 && !fromOpportunity;
    String variant =
        track == 1 && label % 9 == 0 ? ", for: { Partner: { salesforce: P" + label + " } }" : "";
    return "%s: { rank: %s0, salesforce: %s, hubspot: %s%s%s%s }"
        .formatted(
            name(label),
            label,
            salesforce,
            borrows ? "{ shares: " + name(label - 1) + " }" : hubspot,
            // Who borrows a word has none of its own by which an owner could say it.
            borrows ? "" : OWNERS.get((label + track) % OWNERS.size()),
            fromOpportunity ? ", from: opportunity" : "",
            variant);
  }

  private static String back(String from, String later, String to) {
    return "      - { from: [%s, %s], to: %s, because: comes back }".formatted(from, later, to);
  }

  private String rules(int chain) {
    String first = "t" + CHAIN * chain;
    String second = "t" + (CHAIN * chain + 1);
    String third = "t" + (CHAIN * chain + 2);
    return rule(first, at(0.125), second, at(0.2), "")
        + rule(first, at(0.225), second, at(0.5), "")
        + rule(second, at(0.2), third, at(0.275), "")
        + rule(second, at(0.75), third, at(0.775), ", only-if: " + at(0.275));
  }

  private static String rule(
      String when, String enters, String then, String label, String condition) {
    return "  - { when: { %s: %s }, then: { %s: %s }%s }\n"
        .formatted(when, enters, then, label, condition);
  }

  private static String words(String word) {
    return "[" + word + ", " + word + "x]";
  }

  /** The label that lies so far along. */
  private String at(double share) {
    return name((int) (share * labels));
  }

  private static String name(int label) {
    return "l" + label;
  }
}
