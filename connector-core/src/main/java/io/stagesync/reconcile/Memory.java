package io.stagesync.reconcile;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is remembered of one track of a pair beside its base. A decision returns the memory that the
 * next one is to be given; who asks writes only {@code openClear}, {@code refused} and {@code
 * choice} into it.
 *
 * @param lastDecided what the last decision was made on, agreed or not
 * @param refused a write that the target did not take, with the values it was decided on; not tried
 *     again until one of them changes
 * @param blankSeenInRun the run that first saw HubSpot's forward-only field blank; 0: none. Runs
 *     are numbered upward from 1
 * @param openClear our clear that was sent and not yet followed by its set: the value that the
 *     field showed before
 * @param choice what a person chose for exactly these two raw values; who stores one drops {@code
 *     refused}, for it is a new try
 * @param approvedMapping the fingerprint whose plan a person approved; writes that only the changed
 *     mapping asks for are made then
 * @param own what we wrote lately
 * @param cycle the cycle of a base that is forgotten because both sides are blank; 0: there is none
 */
public record Memory(
    Optional<Seen> lastDecided,
    Optional<Seen> refused,
    long blankSeenInRun,
    Optional<RawValue> openClear,
    Optional<Choice> choice,
    Optional<Fingerprint> approvedMapping,
    OwnWrites own,
    int cycle) {
  /** Nothing remembered. */
  public static final Memory NONE =
      new Memory(
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OwnWrites.NONE,
          0);

  /** One without writes of our own. */
  public Memory(
      Optional<Seen> lastDecided,
      Optional<Seen> refused,
      long blankSeenInRun,
      Optional<RawValue> openClear,
      Optional<Choice> choice,
      Optional<Fingerprint> approvedMapping) {
    this(
        lastDecided,
        refused,
        blankSeenInRun,
        openClear,
        choice,
        approvedMapping,
        OwnWrites.NONE,
        0);
  }

  /** The same with a write that the target did not take, and a clear that is open. */
  public Memory with(Optional<Seen> notTaken, Optional<RawValue> clear) {
    return new Memory(
        lastDecided, notTaken, blankSeenInRun, clear, choice, approvedMapping, own, cycle);
  }

  /** The same once a person approved of what a mapping asks for. */
  public Memory approving(Fingerprint mapping) {
    return new Memory(
        lastDecided, refused, blankSeenInRun, openClear, choice, Optional.of(mapping), own, cycle);
  }

  /** The same with other writes of ours. */
  public Memory writing(OwnWrites writes) {
    return new Memory(
        lastDecided, refused, blankSeenInRun, openClear, choice, approvedMapping, writes, cycle);
  }

  /**
   * The raw values of both sides at some moment, blank and unreadable both being empty.
   *
   * @param order what HubSpot's option order was, as text; blank where it does not matter
   */
  public record Seen(
      Fingerprint fingerprint,
      Optional<RawValue> salesforce,
      Optional<RawValue> hubspot,
      String order) {

    /**
     * What is seen now, with the order of HubSpot's options where its field is forward-only: to be
     * stored as {@code refused} when the target kept its value. HubSpot's blank by our own clear
     * counts as the value before it.
     */
    public static Seen of(TrackMapping track, Catalogs catalogs, TrackView view) {
      String order =
          track
              .field(Side.HUBSPOT)
              .flatMap(catalogs.hubspot()::field)
              .filter(FieldCatalog::forwardOnly)
              .map(f -> f.values().stream().map(RawValue::text).collect(Collectors.joining(" ")))
              .orElse("");
      return new Seen(
          track.fingerprint(),
          OurClear.effective(view, Side.SALESFORCE).value(),
          OurClear.effective(view, Side.HUBSPOT).value(),
          order);
    }
  }

  /** A person's choice of a winner, bound to the two raw values that it was made on. */
  public record Choice(Side winner, Optional<RawValue> salesforce, Optional<RawValue> hubspot) {}
}
