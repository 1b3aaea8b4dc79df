package io.stagesync.app.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes people's edits and remembers every one of them. Thread-safe. */
final class EditLog {
  private static final long SOMEBODY = 7;

  private final Town town;
  private final List<Edit> edits = new ArrayList<>();

  EditLog(Town town) {
    this.town = town;
  }

  /** Lets somebody set a field, where it shows something else. */
  synchronized Optional<Edit> set(EditKind kind, Inhabitant who, Place place, String value) {
    return town.org()
        .atOnce(
            () -> {
              var before = town.value(place);
              if (before.equals(value)) {
                return Optional.empty();
              }
              var word = town.word(place, value);
              switch (place.object()) {
                case LEAD ->
                    town.org().edit(place.id(), place.field(), word.isEmpty() ? null : word, "Rep");
                case OPPORTUNITY -> town.org().moveOpportunity(place.id(), value);
                case CONTACT ->
                    town.portal()
                        .edit(
                            place.id(),
                            place.field(),
                            value,
                            io.stagesync.hubspot.simulator.Actor.person(SOMEBODY));
              }
              return Optional.of(note(kind, who, place, before, value));
            });
  }

  /** Lets somebody convert a lead, with an open opportunity. */
  synchronized Edit convert(Inhabitant who) {
    var place = Place.lead(who.lead(), StandardWords.STATUS_FIELD);
    var before = town.value(place);
    town.convert(who.lead(), List.of("Prospecting"));
    return note(EditKind.CONVERTED, who, place, before, StandardWords.CONVERTED);
  }

  private Edit note(EditKind kind, Inhabitant who, Place place, String from, String to) {
    var edit =
        new Edit(
            edits.size() + 1L,
            kind,
            place,
            who.lead(),
            who.contact(),
            from,
            to,
            town.org().now().toEpochMilli());
    edits.add(edit);
    return edit;
  }

  /** Every edit so far, oldest first. */
  synchronized List<Edit> all() {
    return List.copyOf(edits);
  }

  /** What became of the edits. */
  synchronized Fates fates() {
    var newest = new HashMap<Place, Edit>();
    edits.forEach(edit -> newest.put(edit.place(), edit));
    long stand = 0;
    var overwritten = new ArrayList<Edit>();
    for (Map.Entry<Place, Edit> last : newest.entrySet()) {
      if (town.value(last.getKey()).equals(last.getValue().to())) {
        stand++;
      } else {
        overwritten.add(last.getValue());
      }
    }
    return new Fates(edits.size(), stand, edits.size() - newest.size(), overwritten);
  }
}
