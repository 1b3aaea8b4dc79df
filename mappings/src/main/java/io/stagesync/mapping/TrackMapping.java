package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One track of a mapping file: the fields that it keeps in agreement, its labels, its policies.
 *
 * @param track its name
 * @param fields the field on each side; a side without one is not read and not written
 * @param direction which sides it writes
 * @param conflict who wins when both sides moved
 * @param firstSync who wins at first sight
 * @param refusedEdits what becomes of an edit that direction, owner or transition refuses
 * @param clears what becomes of a value that was cleared
 * @param skipsForward whether a move may leave out labels on its way forward
 * @param labels in the file's order, which breaks ties
 * @param ignored raw values that exist and mean nothing here, by side
 * @param waysBack the only ways by which a rank may fall, and those by which people enter again
 * @param floor what a person has to have reached in another track; below it this one rests. Empty:
 *     it never does
 * @param changes what became of labels and words that it used to have
 * @param fingerprint changes when, and only when, this track's meaning changes
 */
public record TrackMapping(
    Track track,
    Map<Side, FieldName> fields,
    Direction direction,
    ConflictRule conflict,
    FirstSync firstSync,
    RefusedEdits refusedEdits,
    Clears clears,
    boolean skipsForward,
    List<LabelMapping> labels,
    Map<Side, Set<RawValue>> ignored,
    List<WayBack> waysBack,
    Optional<Scope> floor,
    Changes changes,
    Fingerprint fingerprint) {
  public TrackMapping {
    fields = Map.copyOf(fields);
    labels = Labels.copyOf(labels);
    ignored = Map.copyOf(ignored);
    waysBack = WaysBack.copyOf(waysBack);
  }

  /** The same track with its fingerprint on. */
  public TrackMapping withFingerprint(Fingerprint taken) {
    return with(changes, taken);
  }

  /** The same track with what became of labels and words that it used to have. */
  public TrackMapping with(Changes become) {
    return with(become, fingerprint);
  }

  private TrackMapping with(Changes become, Fingerprint taken) {
    return new TrackMapping(
        track,
        fields,
        direction,
        conflict,
        firstSync,
        refusedEdits,
        clears,
        skipsForward,
        labels,
        ignored,
        waysBack,
        floor,
        become,
        taken);
  }

  /** The field that this track is bound to on a side; empty where it has none there. */
  public Optional<FieldName> field(Side side) {
    return Optional.ofNullable(fields.get(side));
  }

  /**
   * Whether edits on a side count: both sides of a two-way track lead, and the one that is not
   * written of a one-way track. With one field there is one side, and it leads in any case.
   */
  public boolean leads(Side side) {
    return field(side).isPresent()
        && (fields.size() == 1 || direction == Direction.TWO_WAY || !direction.writes(side));
  }

  /** The record types for which a label has words of its own. */
  public SortedSet<RecordType> recordTypes() {
    var types = new TreeSet<RecordType>();
    labels.forEach(label -> types.addAll(label.variants().keySet()));
    return types;
  }

  /** What the file says of a label, where it has it. */
  public Optional<LabelMapping> label(Label label) {
    return Labels.copyOf(labels).find(label);
  }

  /** Whether any of its labels asks something of other tracks when a person enters or leaves it. */
  public boolean hasCriteria() {
    return Labels.copyOf(labels).haveCriteria();
  }

  /**
   * The label that people mean by a name or a value that is no word of the file, see {@link
   * LabelMapping#isCalled}. For messages only, never for decisions.
   */
  public Optional<Label> called(String name) {
    return Labels.copyOf(labels).called(name);
  }

  /** Whether labels have ranks; all of them or none do. */
  public boolean ordered() {
    return !labels.isEmpty() && labels.get(0).rank().isPresent();
  }

  /** Whether a raw value of a side is listed as meaning nothing here. */
  public boolean ignores(Side side, RawValue value) {
    return ignored.getOrDefault(side, Set.of()).contains(value);
  }

  /** How far along a label is; empty in a track without order and for an unknown label. */
  public Optional<Integer> rank(Label label) {
    return label(label).flatMap(LabelMapping::rank);
  }

  /**
   * Whether one label comes before another. Ranks say so where both lie on one branch, or one of
   * them on none, or where a label of no branch lies between; of two branches that lie beside each
   * other nothing is said. Never so where one of them has no rank.
   */
  public boolean precedes(Label one, Label other) {
    Optional<LabelMapping> first = label(one).filter(l -> l.rank().isPresent());
    Optional<LabelMapping> second = label(other).filter(l -> l.rank().isPresent());
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    int low = first.get().rank().orElseThrow();
    int high = second.get().rank().orElseThrow();
    boolean oneWay =
        first.get().branch().isEmpty()
            || second.get().branch().isEmpty()
            || first.get().branch().equals(second.get().branch());
    return low < high
        && (oneWay
            || labels.stream()
                .filter(l -> l.branch().isEmpty())
                .anyMatch(l -> l.rank().filter(r -> low < r && r < high).isPresent()));
  }

  /** Whether a move leads to a label that comes before the one where it starts. */
  public boolean backward(Label from, Label to) {
    return precedes(to, from);
  }

  /** Whether two labels of an order lie beside each other: neither comes before the other. */
  public boolean beside(Label one, Label other) {
    return !one.equals(other)
        && rank(one).isPresent()
        && rank(other).isPresent()
        && !precedes(one, other)
        && !precedes(other, one);
  }

  /** The declared ways by which a move may lead back from one label to another. */
  public List<WayBack> waysBack(Label from, Label to) {
    List<WayBack> ways = leading(from, to);
    return ways.isEmpty() || backward(from, to) ? ways : List.of();
  }

  /**
   * The declared ways from one label to another that name who may go them: all that lead back, and
   * of those by which people enter again the ones that name a team.
   */
  public List<WayBack> ways(Label from, Label to) {
    List<WayBack> ways = leading(from, to);
    return ways.isEmpty() || backward(from, to)
        ? ways
        : ways.stream().filter(w -> w.by().isPresent()).toList();
  }

  private List<WayBack> leading(Label from, Label to) {
    return WaysBack.copyOf(waysBack).leading(from, to);
  }

  /** Whether a move from one label to another begins the next cycle. */
  public boolean nextCycle(Label from, Label to) {
    for (WayBack way : leading(from, to)) {
      if (way.nextCycle()) {
        return true;
      }
    }
    return false;
  }

  /** The label that is further; empty where neither comes before the other. */
  public Optional<Label> furthest(Label one, Label other) {
    if (backward(one, other)) {
      return Optional.of(one);
    }
    return backward(other, one) ? Optional.of(other) : Optional.empty();
  }
}
