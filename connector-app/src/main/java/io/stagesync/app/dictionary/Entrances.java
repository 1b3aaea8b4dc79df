package io.stagesync.app.dictionary;

import io.stagesync.app.dictionary.Moves.Entry;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who brings people to a label by an edit of their own. */
record Entrances(Mapping mapping) {

  /** For the drawing. */
  Entry of(TrackMapping track, LabelMapping label) {
    if (label.fromOpportunity() || converted(label)) {
      return Entry.EVENT;
    }
    var sides = owned(label).map(List::of).orElseGet(() -> sides(track, label));
    if (sides.isEmpty()) {
      return Entry.EVENT;
    }
    return sides.size() > 1
        ? Entry.EITHER
        : sides.contains(Side.SALESFORCE) ? Entry.SALESFORCE : Entry.HUBSPOT;
  }

  /** For the table. */
  Phrase said(TrackMapping track, LabelMapping label) {
    if (converted(label)) {
      return Phrase.of("whoever converts the lead, in Salesforce");
    }
    var people = people(track, label);
    if (!label.fromOpportunity()) {
      return people.orElse(Phrase.of("nobody by hand"));
    }
    return Phrase.of("the opportunity")
        .then(people.map(p -> Phrase.of("; while there is none, ").then(p)).orElse(Phrase.NONE));
  }

  private Optional<Phrase> people(TrackMapping track, LabelMapping label) {
    var sides = sides(track, label);
    if (label.owner().isPresent()) {
      var team = label.owner().get();
      return Optional.of(Phrase.named(team).and(owned(label).map(Entrances::in).orElse("")));
    }
    return switch (sides.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Phrase.of("anybody in " + sides.get(0).displayName()));
      default -> Optional.of(Phrase.of("anybody on either side"));
    };
  }

  static String in(Side side) {
    return ", in " + side.displayName();
  }

  /** A team and where it works. */
  Phrase team(Team team) {
    var side = Optional.ofNullable(mapping.teams().get(team));
    return Phrase.named(team).and(side.map(Entrances::in).orElse(""));
  }

  private Optional<Side> owned(LabelMapping label) {
    return label.owner().flatMap(team -> Optional.ofNullable(mapping.teams().get(team)));
  }

  /** The sides where somebody can write the label, and whose edits count. */
  private static List<Side> sides(TrackMapping track, LabelMapping label) {
    return Stream.of(Side.values())
        .filter(track::leads)
        .filter(side -> !(label.fromOpportunity() && side == Side.HUBSPOT))
        .filter(label::hasWord)
        .toList();
  }

  private static boolean converted(LabelMapping label) {
    return label.words().values().stream()
        .anyMatch(words -> words.kind() == Words.Kind.CONVERTED_STATUS);
  }
}
