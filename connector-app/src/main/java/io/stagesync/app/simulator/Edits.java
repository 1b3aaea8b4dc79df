package io.stagesync.app.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lets people edit, on both sides, what fits the person at that moment. */
final class Edits {
  /** How many people are looked at for somebody whom an edit fits. */
  private static final int LOOKS = 80;

  private static final List<String> OPEN_OPPORTUNITY = List.of("Prospecting");

  private final Town town;
  private final EditLog log;

  Edits(Town town, EditLog log) {
    this.town = town;
    this.log = log;
  }

  /** Lets people do so many things; fewer where nobody is left whom anything fits. */
  List<Edit> make(int count, long seed) {
    var chance = new SplittableRandom(seed);
    var pairs = town.inhabitants().stream().filter(Inhabitant::isPair).toList();
    var made = new ArrayList<Edit>();
    for (int i = 0; i < count && !pairs.isEmpty(); i++) {
      made.addAll(one(EditKind.drawn(chance.nextInt(100)), pairs, chance));
    }
    return made;
  }

  private List<Edit> one(EditKind kind, List<Inhabitant> pairs, SplittableRandom chance) {
    for (int look = 0; look < LOOKS; look++) {
      var who = pairs.get(chance.nextInt(pairs.size()));
      var made = tryOn(who, kind, chance);
      if (!made.isEmpty()) {
        return made;
      }
    }
    return List.of();
  }

  private List<Edit> tryOn(Inhabitant who, EditKind kind, SplittableRandom chance) {
    return switch (kind) {
      case CONVERTED -> fitsConversion(who) ? List.of(log.convert(who)) : List.of();
      case WON -> moved(who, kind, "Closed Won").stream().toList();
      case LOST -> moved(who, kind, "Closed Lost").stream().toList();
      default -> stepped(who, kind, chance);
    };
  }

  private boolean fitsConversion(Inhabitant who) {
    return !town.isConverted(who.lead())
        && town.value(Place.lead(who.lead(), StandardWords.STATUS_FIELD))
            .equals(StandardWords.WORKING);
  }

  private Optional<Edit> moved(Inhabitant who, EditKind kind, String stage) {
    return town.opportunities(who.lead()).stream()
        .map(id -> new Place(Place.Kind.OPPORTUNITY, id, "StageName"))
        .filter(place -> OPEN_OPPORTUNITY.contains(town.value(place)))
        .findFirst()
        .flatMap(place -> log.set(kind, who, place, stage));
  }

  private List<Edit> stepped(Inhabitant who, EditKind kind, SplittableRandom chance) {
    boolean converted = town.isConverted(who.lead());
    for (var step : kind.steps()) {
      boolean mayEdit = !converted || kind == EditKind.MARKETING_QUALIFIED;
      if (!mayEdit || !step.from().contains(town.value(place(who, step)))) {
        return List.of();
      }
    }
    return kind.steps().stream()
        .flatMap(
            step ->
                log
                    .set(
                        kind,
                        who,
                        place(who, step),
                        step.to().get(chance.nextInt(step.to().size())))
                    .stream())
        .toList();
  }

  private static Place place(Inhabitant who, EditKind.Step step) {
    var id = step.object() == Place.Kind.LEAD ? who.lead() : who.contact();
    return new Place(step.object(), id, step.field());
  }
}
