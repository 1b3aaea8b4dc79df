package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Reads what a converted lead's opportunity says about its person. */
final class ConversionReader {
  private static final List<Evidence> SPOKEN =
      List.of(Evidence.OPEN, Evidence.WON, Evidence.LOST, Evidence.NONE);

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  ConversionReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  /** Whether the file says that leads are never converted here. */
  static boolean never(Site site) {
    return site.isKeyword("never");
  }

  Optional<Conversion> read(Site site, List<TrackMapping> tracks) {
    var keys =
        new Keys(
            site,
            problems,
            "{ open: opportunity, won: customer }`, or `never",
            List.of("track", "open", "won", "lost", "none", "upsell", "hubspot-disagrees"));
    var labels = new EnumMap<Evidence, Label>(Evidence.class);
    for (var evidence : SPOKEN) {
      keys.get(Wording.key(evidence))
          .flatMap(scalars::word)
          .ifPresent(label -> labels.put(evidence, new Label(label)));
    }
    keys.get("upsell")
        .ifPresent(u -> scalars.choice(u, new String[] {"keep-customer"}, word -> word));
    var disagrees =
        keys.get("hubspot-disagrees")
            .flatMap(d -> scalars.choice(d, RefusedEdits.values()))
            .orElse(RefusedEdits.HOLD);
    if (!site.isMap()) {
      return Optional.empty();
    }
    if (labels.isEmpty()) {
      problems.unreadable(
          site.keyPlace(),
          DiagnosticId.EMPTY_VALUE,
          "`conversion` names no label",
          "say at least what an open and a won opportunity mean, or delete it");
      return Optional.empty();
    }
    var named = keys.get("track").flatMap(scalars::word).map(Track::new);
    var track =
        named.isPresent() ? named : new TrackFinder(tracks, problems).having(labels.values(), site);
    return track.map(t -> sites.remember(new Conversion(t, labels, disagrees), site));
  }
}
