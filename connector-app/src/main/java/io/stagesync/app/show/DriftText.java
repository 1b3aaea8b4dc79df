package io.stagesync.app.show;

import io.stagesync.drift.Change;
import io.stagesync.drift.Weight;
import io.stagesync.engine.DriftReport;
import io.stagesync.engine.DriftReport.Concerned;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of both sides' words, for people.
 *
 * @param accepted whether all of it was just accepted
 * @param zone the time zone in which times are shown
 */
public record DriftText(DriftReport report, boolean accepted, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String INDENT = "            ";

  /** Prints it. */
  public void to(Lines lines) {
    report.changes().forEach(c -> change(lines, c));
    report.misfits().forEach(m -> misfit(lines, m.diagnostic().render()));
    if (report.changes().isEmpty() && report.misfits().isEmpty()) {
      lines.say(nothing());
    }
    lines.say(standing());
    if (!accepted && !report.changes().isEmpty()) {
      lines.say("What is right as it is: `stagesync drift --accept`, and it is not listed again.");
    }
  }

  private void change(Lines lines, Concerned c) {
    var change = c.change();
    lines.say(
        String.format(
            "%s %-8s  %s  %s",
            mark(change.weight()), change.weight(), change.field(), change.text()));
    var concerned = Stream.of(used(c), people(c)).filter(s -> !s.isEmpty()).toList();
    if (!concerned.isEmpty()) {
      lines.say(INDENT + String.join("; ", concerned));
    }
    if (!change.advice().isBlank()) {
      lines.say(INDENT + "do: " + change.advice());
    }
    RenameProposal.of(c, report.file())
        .ifPresent(
            proposal -> {
              lines.say(INDENT + "proposal: " + proposal.steps().get(0));
              lines.say(INDENT + "    " + proposal.entry());
              proposal.steps().stream().skip(1).forEach(step -> lines.say(INDENT + "  " + step));
            });
  }

  private String used(Concerned c) {
    var words = c.mentions().words();
    if (words.isEmpty() || c.change().kind() == Change.Kind.LABEL) {
      return "";
    }
    return "used by "
        + report.file()
        + lines(words, words.size() == 1 ? " line " : " lines ")
        + lines(c.mentions().rules(), ", its label by the rules at ");
  }

  private static void misfit(Lines lines, String rendered) {
    var mark = "! BREAKING  ";
    for (var line : rendered.lines().toList()) {
      lines.say(mark + line.strip());
      mark = INDENT;
    }
  }

  private static String lines(List<Integer> lines, String before) {
    return lines.isEmpty()
        ? ""
        : lines.stream().map(String::valueOf).collect(Collectors.joining(", ", before, ""));
  }

  private static String people(Concerned c) {
    var kind = c.change().kind();
    if (kind == Change.Kind.LABEL || kind == Change.Kind.OFFER) {
      return "";
    }
    var record = c.change().field().side() == Side.SALESFORCE ? "lead" : "contact";
    var said = new ArrayList<String>();
    c.change().was().ifPresent(v -> said.add(hold(c.withOld(), record) + quoted(v)));
    c.change()
        .now()
        .ifPresent(
            v ->
                said.add(
                    said.isEmpty()
                        ? hold(c.withNew(), record) + quoted(v)
                        : String.format("%,d ", c.withNew()) + quoted(v)));
    return String.join(", ", said);
  }

  private static String hold(long count, String record) {
    return count == 1 ? "1 " + record + " holds " : String.format("%,d %ss hold ", count, record);
  }

  private static String quoted(RawValue value) {
    return '"' + value.text() + '"';
  }

  private static String mark(Weight weight) {
    return switch (weight) {
      case BREAKING -> "!";
      case NOTABLE -> "~";
      case HARMLESS -> "i";
    };
  }

  private String nothing() {
    var latest = report.approvals().values().stream().max(Comparator.comparing(Approval::at));
    return latest
        .map(
            a ->
                "Nothing changed since both CRMs' words were approved (last by "
                    + a.how()
                    + ", "
                    + time(a.at())
                    + ").")
        .orElse(
            "Nothing was approved yet: the first run that uses a field approves what it finds.");
  }

  private String standing() {
    var going = report.going().stream().map(Track::name).toList();
    if (report.paused().isEmpty()) {
      return "No track is paused.";
    }
    var paused = new TreeMap<>(report.paused()).keySet().stream().map(Track::name).toList();
    return "Paused: "
        + tracks(paused)
        + ". "
        + (going.isEmpty()
            ? "No track goes on."
            : capital(tracks(going)) + (going.size() == 1 ? " goes on." : " go on."));
  }

  private static String tracks(List<String> names) {
    return (names.size() == 1 ? "track " : "tracks ")
        + names.stream().collect(Collectors.joining(", "));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
