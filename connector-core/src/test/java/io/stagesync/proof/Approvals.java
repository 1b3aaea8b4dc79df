package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.PlanRow;
import io.stagesync.engine.RunReport;
import io.stagesync.port.RecordWrite;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.World.Approved;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs of a world in which a person approves what a limit, or a cap, lets nobody write. */
final class Approvals {
  private final World world;
  private final String story;
  private final Path copy;
  private int stopped;

  /**
   * @param copy where a copy of the store may lie while a plan is made
   */
  Approvals(World world, String story, Path copy) {
    this.world = world;
    this.story = story;
    this.copy = copy;
  }

  /** How many runs were stopped so far. */
  int stopped() {
    return stopped;
  }

  /** A run; of one that is stopped the one that carries out what was approved. */
  RunReport run() {
    List<Integer> before = offered();
    RunReport report = world.sync();
    if (report.ending() != RunReport.Ending.LIMITED) {
      withinItsBounds(report);
      return report;
    }
    stopped++;
    assertThat(report.limit()).as(story).isPresent();
    assertThat(offered()).as(story + "\nwritten without approval").isEqualTo(before);
    Approved approved = world.approve(copy);
    assertThat(approved.applied().fit())
        .as(() -> story + "\n" + told(approved))
        .isEqualTo(approved.rows().size());
    for (Side side : Side.values()) {
      world.crm(side).offered.stream()
          .skip(before.get(side.ordinal()))
          .forEach(write -> ofThePlan(write, approved.rows()));
    }
    return approved.applied().report();
  }

  /** Each row of a plan, and what stands of the pair after it was carried out. */
  private String told(Approved approved) {
    return approved.rows().stream()
        .map(
            row ->
                row
                    + "\n  "
                    + world
                        .store
                        .<Optional<Pair>>read(s -> s.pairs().of(Side.SALESFORCE, row.lead()))
                        .map(pair -> world.store.read(s -> s.pairs().decisions(pair.id())))
                        .orElse(Map.of())
                    + "\n  "
                    + world
                        .store
                        .<Optional<Pair>>read(s -> s.pairs().of(Side.SALESFORCE, row.lead()))
                        .map(pair -> world.store.read(s -> s.journal().of(pair.id())))
                        .orElse(List.of()))
        .collect(Collectors.joining("\n"));
  }

  private List<Integer> offered() {
    List<Integer> offered = new ArrayList<>();
    for (Side side : Side.values()) {
      offered.add(world.crm(side).offered.size());
    }
    return offered;
  }

  private void ofThePlan(RecordWrite write, List<PlanRow> rows) {
    write
        .fields()
        .forEach(
            (field, value) ->
                assertThat(rows)
                    .as("%s%nwritten, and not of the plan: %s", story, write)
                    .anyMatch(
                        row ->
                            id(row, field.side()).equals(write.id())
                                && row.write().field().equals(field)
                                && (value.equals(row.write().value())
                                    || (value.isEmpty() && row.write().clearFirst()))));
  }

  private static RecordId id(PlanRow row, Side side) {
    return side == Side.SALESFORCE ? row.lead() : row.contact();
  }

  /** Nobody approved anything, so no more were written than may be. */
  private void withinItsBounds(RunReport report) {
    world.draft.limits.ifPresent(
        l -> assertThat(report.writes()).as(story).isLessThanOrEqualTo(l.changes()));
    List<JournalEntry> wrote =
        world.store.read(s -> s.journal().ofRun(report.run(), Optional.empty(), 1_000)).stream()
            .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
            .toList();
    for (TrackDraft track : world.draft.tracks) {
      for (LabelDraft label : track.labels) {
        label.cap.ifPresent(
            cap ->
                assertThat(entered(wrote, track, label))
                    .as("%s%n%s of %s beyond its cap", story, label.name, track.name)
                    .hasSizeLessThanOrEqualTo(cap));
      }
    }
  }

  private static Set<Object> entered(List<JournalEntry> wrote, TrackDraft track, LabelDraft label) {
    Set<Object> people = new HashSet<>();
    for (JournalEntry entry : wrote) {
      boolean here = entry.track().equals(Optional.of(new Track(track.name)));
      Side side = entry.side().orElseThrow();
      boolean own =
          label.on(side).words().contains(entry.is())
              || (side == Side.SALESFORCE && label.partner.contains(entry.is()));
      if (here && own) {
        people.add(entry.pair());
      }
    }
    return people;
  }
}
