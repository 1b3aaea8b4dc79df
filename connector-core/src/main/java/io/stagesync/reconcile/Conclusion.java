package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a verdict down: what is to be sent, which base follows, and what is to be remembered. */
final class Conclusion {
  private Conclusion() {}

  /**
   * The decision.
   *
   * @param settled whether nothing remains that this track's entry would do to another one
   */
  static TrackDecision of(TrackCase c, Verdict decided, boolean settled) {
    Verdict verdict = ended(c, Rewording.on(c, decided));
    List<FieldWrite> writes = writes(c, verdict);
    Optional<Base> base = verdict.agrees() ? agreed(c, verdict, settled) : kept(c, verdict);
    return new TrackDecision(
        verdict.reason(),
        c.baseLabel().or(() -> before(c, verdict)),
        verdict.label(),
        writes,
        base,
        writes.isEmpty() ? base : whenWritten(c, decided, verdict, base),
        memory(c, decided, verdict, settled, base),
        verdict.why(),
        verdict.release(),
        verdict.wantsHistory(),
        verdict.reason() == Reason.BLANK_SETTLES);
  }

  /**
   * The base while nothing is agreed. Both sides blank keep none, also where a rule or a companion
   * is about to fill them: between its two writes the first one would look like an edit beside a
   * value that somebody cleared. What rests on the converted lead before this one stays: it alone
   * tells that this lead is new, and we may be killed before anything is written. So does what is
   * put back for a converted person: nothing else tells that it stood there.
   */
  private static Optional<Base> kept(TrackCase c, Verdict verdict) {
    boolean newToo = !c.pair().converted() && NewLead.followsAConvertedOne(c);
    boolean putBack = verdict.reason() == Reason.REFILLED;
    return verdict.pushed() && c.allBlank() && !newToo && !putBack ? Optional.empty() : c.kept();
  }

  /** Our own open clear ends with this decision, whatever it is. */
  private static Verdict ended(TrackCase c, Verdict decided) {
    if (!c.restoring()) {
      return decided;
    }
    if (decided.values().equals(Map.of(Side.HUBSPOT, Optional.<RawValue>empty()))) {
      return Verdict.agreed(
          Reason.BOTH_BLANK, Optional.empty(), decided.why() + " HubSpot is blank already.");
    }
    return OurClear.restore(c, decided).orElse(decided);
  }

  private static List<FieldWrite> writes(TrackCase c, Verdict verdict) {
    List<FieldWrite> writes = new ArrayList<>();
    for (Side side : Side.BOTH) {
      Optional<FieldName> field = c.track().field(side);
      if (field.isPresent() && verdict.values().containsKey(side)) {
        Optional<RawValue> value = verdict.values().getOrDefault(side, Optional.empty());
        boolean cleared = c.restoring() && side == Side.HUBSPOT;
        writes.add(
            new FieldWrite(
                field.get(),
                cleared ? Optional.empty() : c.on(side).raw(),
                value,
                !cleared && value.filter(v -> Acceptance.clearFirst(c, side, v)).isPresent()));
      }
    }
    return writes;
  }

  private static Optional<Base> agreed(TrackCase c, Verdict verdict, boolean settled) {
    return verdict
        .label()
        .map(
            label -> {
              Base base = c.baseOn(label, c.salesforce().raw(), c.hubspot().raw());
              return settled ? base.ran(label) : base;
            });
  }

  /**
   * The base once everything is written. Rule memory never moves here: it moves when the next
   * decision, which is made on what then stands there, finds that the rules have nothing left to
   * do.
   */
  private static Optional<Base> whenWritten(
      TrackCase c, Verdict decided, Verdict verdict, Optional<Base> base) {
    if (!decided.pushed() && !decided.agreed()) {
      return c.kept();
    }
    Map<Side, Optional<RawValue>> after = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      after.put(side, verdict.values().getOrDefault(side, c.on(side).raw()));
    }
    if (decided.label().filter(l -> !agreeOn(c, l, after)).isPresent()) {
      // What leaves a side where it is, because nobody may write it, agrees nothing.
      return base;
    }
    if (verdict.reason() == Reason.REWORDED) {
      // Agreed it is already, with its rules; only the word is another one.
      return base.map(
          b ->
              b.showing(
                  after.getOrDefault(Side.SALESFORCE, Optional.empty()),
                  after.getOrDefault(Side.HUBSPOT, Optional.empty())));
    }
    return decided
        .label()
        .map(
            label ->
                c.baseOn(
                    label,
                    after.getOrDefault(Side.SALESFORCE, Optional.empty()),
                    after.getOrDefault(Side.HUBSPOT, Optional.empty())));
  }

  private static boolean agreeOn(TrackCase c, Label label, Map<Side, Optional<RawValue>> after) {
    boolean byEvidence = c.pair().converted() && c.conversion().isPresent();
    return Side.BOTH.stream()
        .filter(side -> c.on(side).bound() && !(byEvidence && side == Side.SALESFORCE))
        .allMatch(
            side ->
                c.table(side).meanings(after.getOrDefault(side, Optional.empty())).contains(label));
  }

  /** What a side says that is written; of two, the first that says anything. */
  private static Optional<Label> before(TrackCase c, Verdict verdict) {
    return Side.BOTH.stream()
        .filter(verdict.values()::containsKey)
        .flatMap(side -> c.label(side).stream())
        .findFirst();
  }

  private static Memory memory(
      TrackCase c, Verdict decided, Verdict verdict, boolean settled, Optional<Base> base) {
    Memory memory = c.view().memory();
    boolean readable = verdict.reason() != Reason.UNREADABLE && verdict.reason() != Reason.GONE;
    boolean carriedOut = verdict.agreed() && settled;
    boolean choiceStands = !readable || (Choice.winner(c).isPresent() && !carriedOut);
    boolean refusalStands = !readable || Afterthoughts.refused(c);
    boolean clearOver =
        OurClear.isOver(c.view()) || (c.restoring() && verdict.reason() == Reason.BOTH_BLANK);
    return new Memory(
        MappingChange.lastDecided(c, verdict),
        refusalStands ? memory.refused() : Optional.empty(),
        readable ? BlankSettling.seenIn(c) : memory.blankSeenInRun(),
        clearOver ? Optional.empty() : memory.openClear(),
        choiceStands ? memory.choice() : Optional.empty(),
        verdict.agreed() ? Optional.empty() : MappingChange.approval(c),
        BounceGuard.after(c, decided, verdict),
        base.isPresent() ? 0 : forgottenCycle(c));
  }

  /** A person whose two sides are blank for a while does not come in for the first time again. */
  private static int forgottenCycle(TrackCase c) {
    int cycle = c.view().base().map(Base::cycle).orElse(c.view().memory().cycle());
    return cycle > 1 ? cycle : 0;
  }
}
