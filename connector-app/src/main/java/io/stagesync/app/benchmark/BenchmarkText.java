package io.stagesync.app.benchmark;

import io.stagesync.app.show.Lines;
import io.stagesync.engine.RunReport;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.vocabulary.Side;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a benchmark measured, for people. */
public record BenchmarkText(Measured measured) {

  /** Prints it. */
  public void to(Lines out) {
    setting(out);
    time(out);
    calls(out);
    out.say(
        String.format(
            "CPU         %.0f microseconds a record (%,d ms in all for %,d records of both sides,"
                + " this process with its start)",
            measured.cpuMicrosPerRecord(),
            measured.effort().cpu().toMillis(),
            2 * measured.options().pairs()));
    out.say(
        String.format(
            "Peak heap   %,d MiB of at most %,d MiB",
            measured.effort().peakHeapBytes() >> 20, Runtime.getRuntime().maxMemory() >> 20));
    out.say(
        String.format(
            "In the end  %,d of %,d pairs agree, compared without the sync",
            measured.agree(), measured.options().pairs()));
    measured.edited().ifPresent(edited -> edited(out, edited));
  }

  private void setting(Lines out) {
    var s = measured.formulas().setting();
    out.say(
        String.format(
            "Setting     %,d pairs, %,d of them to correct; an empty store; CRMs simulated in a"
                + " process of their own",
            measured.options().pairs(), measured.first().writes()));
    out.say(
        String.format(
            "            HubSpot %.0f calls in 10 s of which we use %.0f%%, answers after %.0f ms;"
                + " search 5 a second, 15 s late",
            s.requestsPerSecond() * 10, s.share() * 100, s.hubspotLatency() * 1000));
    out.say(
        String.format(
            "            Salesforce pages of 2,000 after %.0f ms, updates of 200 after %.0f ms",
            s.queryLatency() * 1000, s.updateLatency() * 1000));
    out.say(
        String.format(
            "            %d cores, Java %s; the machine's load at the end was %.1f",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private void time(Lines out) {
    var f = measured.formulas();
    out.say(
        String.format(
            "Time        %.1f s; the limits allow %.1f s: that is %.0f%% of the pace that they"
                + " allow",
            measured.effort().wall().toMillis() / 1e3,
            f.seconds(),
            measured.shareOfAllowedPace() * 100));
    out.say(
        String.format(
            "            T = max(T_sf %.1f, T_hs %.1f) + max(T_write_sf %.1f, T_write_hs %.1f) s",
            f.readSalesforce(), f.readHubSpot(), f.writeSalesforce(), f.writeHubSpot()));
    out.say(
        measured.steps().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                e ->
                    String.format(
                        "%s %.1f-%.1f",
                        e.getKey().words(),
                        e.getValue().from().toMillis() / 1e3,
                        e.getValue().to().toMillis() / 1e3))
            .collect(Collectors.joining(", ", "            from-to: ", " s")));
  }

  private void calls(Lines out) {
    out.say(
        String.format(
            "Calls       %.2f times the formulas (at most 1.05 wanted); %,d turned away by"
                + " HubSpot's limits",
            measured.ratio(), measured.tooMany()));
    for (Side side : Side.values()) {
      out.say(
          String.format(
              "            %-10s %,d by formula, %,d counted: %s",
              side.displayName(),
              measured.expected(side),
              measured.counted(side),
              purposes(measured.first(), side)));
    }
    out.say("            (token, metadata, opportunities and campaign members are counted apart)");
    later(out, "the run after, which looks into every write", measured.after());
    later(out, "an idle run", measured.idle());
  }

  private static void later(Lines out, String which, RunReport report) {
    for (Side side : Side.values()) {
      out.say(
          String.format(
              "            %-10s %s: %,d (%s)",
              side.displayName(),
              which,
              Measured.calls(report, side).total(),
              purposes(report, side)));
    }
  }

  private static String purposes(RunReport report, Side side) {
    return new TreeMap<Purpose, Long>(Measured.calls(report, side).byPurpose())
        .entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private static void edited(Lines out, Measured.Edited edited) {
    out.say(
        String.format(
            "Edits       %,d made by people exactly under our writes: %,d stand, %,d gave way to a"
                + " decision that the journal shows, %,d lost",
            edited.made(), edited.stand(), edited.gaveWay(), edited.lost()));
    out.say(
        String.format(
            "            %,d were found under a write and put back, in %d runs",
            edited.putBack(), edited.runs()));
    edited.examples().forEach(example -> out.say("            ! " + example));
  }
}
