package io.stagesync.proof;

import io.stagesync.engine.RunReport;
import io.stagesync.port.RecordWrite;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.JointReplay.Played;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairState.Remembered;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a broken law looks in what the engine did to one pair, judged by the draft alone. */
final class JointSights {
  private static final Set<Reason> MORE_TO_COME =
      EnumSet.of(
          Reason.BLANK_SETTLES,
          Reason.CORRECTED,
          Reason.CLEARED,
          Reason.COMPANION_MISSING,
          Reason.CRITERIA_NOT_MET,
          Reason.BELOW_SYNC_FLOOR);

  private final Draft draft;
  private final Played played;

  JointSights(Draft draft, Played played) {
    this.draft = draft;
    this.played = played;
  }

  /**
   * One field gets a value from us that it got from us before: it was on its way somewhere else and
   * came back, and nobody touched it.
   */
  boolean writesTheSameAgain() {
    return Stream.of(Side.values())
        .anyMatch(
            side -> {
              Set<Object> seen = new HashSet<>();
              return played.world().crm(side).written.stream()
                  .flatMap(write -> write.fields().entrySet().stream())
                  .filter(field -> field.getValue().isPresent())
                  .anyMatch(field -> !seen.add(List.of(field.getKey(), field.getValue())));
            });
  }

  /** Nobody edits, and a run writes though the one before it told nobody that more was to come. */
  boolean writesWithoutAWord() {
    List<RunReport> reports = played.reports();
    return IntStream.range(1, reports.size())
        .anyMatch(i -> reports.get(i).writes() > 0 && !tellsOfMore(reports.get(i - 1)));
  }

  /** A blank settles, sides are set back or cleared, or a track visibly waits for another one. */
  private boolean tellsOfMore(RunReport report) {
    Stream<Reason> written =
        played.journal().stream()
            .filter(e -> e.run() == report.run())
            .flatMap(e -> e.reason().stream());
    Stream<Reason> standing = report.standing().values().stream().flatMap(r -> r.keySet().stream());
    return report.findings().containsKey(Finding.Code.RULE_WAITS.name())
        || Stream.concat(written, standing).anyMatch(MORE_TO_COME::contains);
  }

  /** Everything rests, and an entry whose rules never ran waits without a word. */
  boolean leavesAnEntryOpen() {
    RunReport last = played.reports().get(played.reports().size() - 1);
    boolean waits = last.findings().containsKey(Finding.Code.RULE_WAITS.name());
    return last.writes() == 0
        && !waits
        && last.standing().values().stream()
            .flatMap(reasons -> reasons.keySet().stream())
            .allMatch(reason -> reason.outcome() == Outcome.AGREED)
        && played.after().tracks().values().stream()
            .map(Remembered::base)
            .flatMap(Optional::stream)
            .anyMatch(base -> !base.rulesRanFor().equals(Optional.of(base.label())));
  }

  /** The tracks without order in which a person was to choose one of several labels. */
  Set<Track> torn() {
    long begun = played.reports().get(0).run();
    Stream<Track> told =
        played.journal().stream()
            .filter(e -> e.run() >= begun && e.kind() == JournalEntry.Kind.HELD)
            .filter(e -> e.reason().equals(Optional.of(Reason.CONFLICT)))
            .flatMap(e -> e.track().stream());
    Stream<Track> stands =
        played.first().entrySet().stream()
            .filter(d -> d.getValue().reason() == Reason.CONFLICT)
            .map(Map.Entry::getKey);
    return Stream.concat(told, stands)
        .filter(track -> !draft.track(track.name()).ordered())
        .collect(Collectors.toSet());
  }

  /** What came of it: how each track was decided at first, and what was written in all. */
  Object result() {
    Map<Track, Object> decided = new TreeMap<>();
    played.first().forEach((track, d) -> decided.put(track, List.of(d.reason(), d.to())));
    return List.of(decided, wrote().map(w -> List.of(w.track().name, w)).toList());
  }

  /** A rule writes a side, and the other one shows something else in the end. */
  boolean leavesOneSide() {
    return wrote()
        .filter(w -> w.reason() == Reason.RULE)
        .anyMatch(w -> !meant(w.track(), w.side().other()));
  }

  private boolean meant(TrackDraft track, Side side) {
    if (!track.has(side) || (side == Side.SALESFORCE && isConverted())) {
      return true;
    }
    String shown = played.world().shown(played.person(), track, side);
    Optional<String> base = label(track);
    return base.filter(meanings(track).of(side, shown)::contains).isPresent();
  }

  boolean lowersARank() {
    return wrote()
        .filter(w -> w.reason() != Reason.CORRECTED && w.reason() != Reason.CONVERTED)
        .anyMatch(
            w -> {
              Optional<String> from = own(w, w.was());
              Optional<String> to = own(w, w.is());
              return from.isPresent()
                  && to.isPresent()
                  && w.track().precedes(to.get(), from.get())
                  && w.track().ways.stream().noneMatch(way -> way.leads(from.get(), to.get()));
            });
  }

  boolean writesWhatIsMeantAlready() {
    return wrote()
        .anyMatch(
            w ->
                own(w, w.is())
                    .filter(meanings(w.track()).of(w.side(), w.was())::contains)
                    .isPresent());
  }

  boolean overwrites() {
    return wrote()
        .anyMatch(
            w ->
                (!w.track().lone() && !w.track().writes(w.side()))
                    || meanings(w.track()).ignored(w.side(), w.was())
                    || (!w.was().isEmpty() && meanings(w.track()).of(w.side(), w.was()).isEmpty()));
  }

  boolean isReadOtherwise() {
    return wrote()
        .anyMatch(
            w ->
                meanings(w.track()).ignored(w.side(), w.is())
                    || (!w.is().isEmpty() && own(w, w.is()).isEmpty()));
  }

  boolean writesAConvertedLead() {
    return isConverted()
        && played.world().salesforce.offered.stream()
            .map(RecordWrite::id)
            .anyMatch(played.person().lead()::equals);
  }

  private boolean isConverted() {
    return played.after().lead().conversion().filter(c -> c.converted()).isPresent();
  }

  private record Wrote(TrackDraft track, Side side, String was, String is, Reason reason) {}

  private Stream<Wrote> wrote() {
    return played.journal().stream()
        .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
        .map(
            e ->
                new Wrote(
                    draft.track(e.track().map(Track::name).orElseThrow()),
                    e.side().orElseThrow(),
                    e.was(),
                    e.is(),
                    e.reason().orElseThrow()));
  }

  private Optional<String> own(Wrote w, String value) {
    return meanings(w.track()).own(w.side(), value);
  }

  private Meanings meanings(TrackDraft track) {
    return new Meanings(track, played.person().partner());
  }

  private Optional<String> label(TrackDraft track) {
    return played.after().track(new Track(track.name)).base().map(Base::label).map(l -> l.name());
  }
}
