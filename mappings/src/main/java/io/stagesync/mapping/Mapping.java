package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What every word means on both sides and what may happen to it: a whole mapping file, checked.
 *
 * @param name the file's own name for itself
 * @param places the file that it was read from and where its parts stand; for messages only
 * @param limits how much one run may change without a person's approval
 * @param teams which side each team sits on
 * @param pairing how the two records of one person are found
 * @param scope who takes part; empty: everybody
 * @param tracks in the file's order, which breaks ties
 * @param rules what one track's move does to another
 * @param firstLabels what the tracks of a new lead begin with
 * @param conversion what a converted lead's opportunity says about its person; empty: nothing
 * @param reads what is read beside the fields of the tracks
 * @param approved who agreed on it, as the file says; empty where it does not
 * @param hands whose hands change the fields beside our own
 */
public record Mapping(
    String name,
    Places places,
    Limits limits,
    Map<Team, Side> teams,
    Pairing pairing,
    Optional<Scope> scope,
    List<TrackMapping> tracks,
    List<Rule> rules,
    Map<Track, FirstLabel> firstLabels,
    Optional<Conversion> conversion,
    Reads reads,
    Optional<Approval> approved,
    Hands hands) {
  public Mapping {
    teams = Map.copyOf(teams);
    tracks = List.copyOf(tracks);
    rules = List.copyOf(rules);
    firstLabels = Map.copyOf(firstLabels);
  }

  /** A mapping of which no more is known than its file. */
  public Mapping(
      String name,
      String file,
      Limits limits,
      Map<Team, Side> teams,
      Pairing pairing,
      Optional<Scope> scope,
      List<TrackMapping> tracks,
      List<Rule> rules,
      Map<Track, FirstLabel> firstLabels,
      Optional<Conversion> conversion) {
    this(
        name,
        Places.none(file),
        limits,
        teams,
        pairing,
        scope,
        tracks,
        rules,
        firstLabels,
        conversion,
        Reads.USUAL,
        Optional.empty(),
        Hands.ANYBODY);
  }

  /** The file that it was read from, as the user named it; for messages only. */
  public String file() {
    return places.file();
  }

  /** The file's name without its folder, for sentences that are kept. */
  public String fileName() {
    var file = file();
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /**
   * The mapping of one track.
   *
   * @throws IllegalArgumentException for a track that the file does not have
   */
  public TrackMapping track(Track track) {
    return find(track)
        .orElseThrow(() -> new IllegalArgumentException("no track " + track + " in " + file()));
  }

  /** The mapping of one track, where the file has it. */
  public Optional<TrackMapping> find(Track track) {
    return tracks.stream().filter(t -> t.track().equals(track)).findFirst();
  }

  /** The same file with other limits. */
  public Mapping withLimits(Limits other) {
    return with(other, scope, tracks, rules, firstLabels, conversion);
  }

  /** The same file with other tracks. */
  public Mapping withTracks(List<TrackMapping> other) {
    return with(limits, scope, other, rules, firstLabels, conversion);
  }

  /** What a track of a new lead begins with. */
  public Optional<FirstLabel> firstLabel(Track track) {
    return Optional.ofNullable(firstLabels.get(track));
  }

  /** What the file says of some of its tracks, as if it had no others. */
  public Mapping about(Set<Track> some) {
    return with(
        limits,
        scope.filter(s -> some.contains(s.track())),
        tracks.stream().filter(t -> some.contains(t.track())).toList(),
        rules.stream().flatMap(rule -> rule.about(some).stream()).toList(),
        firstLabels.entrySet().stream()
            .filter(first -> some.contains(first.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        conversion.filter(c -> some.contains(c.track())));
  }

  /** The same file with other rules. */
  public Mapping withRules(List<Rule> others) {
    return with(limits, scope, tracks, others, firstLabels, conversion);
  }

  private Mapping with(
      Limits otherLimits,
      Optional<Scope> otherScope,
      List<TrackMapping> otherTracks,
      List<Rule> otherRules,
      Map<Track, FirstLabel> otherFirstLabels,
      Optional<Conversion> otherConversion) {
    return new Mapping(
        name,
        places,
        otherLimits,
        teams,
        pairing,
        otherScope,
        otherTracks,
        otherRules,
        otherFirstLabels,
        otherConversion,
        reads,
        approved,
        hands);
  }

  /** Every field of one side that a track is bound to. */
  public Set<FieldName> fields(Side side) {
    var fields = new TreeSet<FieldName>();
    tracks.stream().flatMap(t -> t.field(side).stream()).forEach(fields::add);
    return fields;
  }

  /** Every field of one side that is read: those of the tracks, and what is read beside them. */
  public Set<FieldName> read(Side side) {
    var fields = new TreeSet<>(fields(side));
    fields.addAll(reads.fields(side));
    return fields;
  }

  /** The track that a field belongs to. */
  public Optional<Track> trackOf(FieldName field) {
    return tracks.stream()
        .filter(t -> Side.BOTH.stream().anyMatch(s -> t.field(s).filter(field::equals).isPresent()))
        .map(TrackMapping::track)
        .findFirst();
  }
}
