package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.Team;
import io.stagesync.vocabulary.FieldName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who works where, how the two records of one person are found, and who takes part. */
record PeopleSection(Mapping mapping) {

  void on(Sheet sheet) {
    var all = new ArrayList<Phrase>();
    mapping.teams().keySet().stream()
        .sorted(Comparator.comparing(Team::name))
        .forEach(team -> all.add(works(team)));
    mapping.hands().external().forEach(e -> all.add(WriterNotes.external(e)));
    all.add(found());
    all.add(
        mapping
            .scope()
            .map(
                scope ->
                    Phrase.of("Who is at ")
                        .name(scope.notBelow())
                        .and(" of ")
                        .name(scope.track())
                        .and(" or further on one side takes part. Everybody else is left alone."))
            .orElse(Phrase.of("Everybody whose two records are found takes part.")));
    mapping.reads().pilot().ifPresent(pilot -> all.add(pilot(pilot)));
    all.add(
        Phrase.of(
            String.format(
                "A run that would write more than %,d changes, or %s of all people where that is"
                    + " more, writes nothing until a person has approved it.",
                mapping.limits().changes(), percent(mapping.limits().sharePercent()))));
    all.add(
        Phrase.of(
            "The status of a campaign member is shown, and never taken for a status or stage of the"
                + " person."));
    sheet.list(List.copyOf(all));
  }

  private static Phrase pilot(Pilot pilot) {
    var conditions = new ArrayList<Phrase>();
    for (var condition : pilot.conditions()) {
      conditions.add(
          Phrase.NONE
              .word(condition.field().path())
              .and(condition.values().size() == 1 ? " is " : " is one of ")
              .words(condition.values().stream().sorted().toList()));
    }
    pilot
        .hubspotList()
        .ifPresent(
            list -> conditions.add(Phrase.of("the contact is in HubSpot's list ").word(list)));
    pilot
        .people()
        .ifPresent(
            people ->
                conditions.add(
                    Phrase.of("one of the records is named in ")
                        .word(people.file())
                        .and(" (" + ids(people.ids().size()) + ")")));
    var said = Phrase.of("A pilot is on. Of these people those alone take part for whom ");
    for (int i = 0; i < conditions.size(); i++) {
      said = said.and(i == 0 ? "" : ", and ").then(conditions.get(i));
    }
    return said.and(".");
  }

  private Phrase works(Team team) {
    var side = mapping.teams().get(team);
    return Phrase.named(team).and(side == null ? "" : " works in " + side.displayName() + ".");
  }

  private Phrase found() {
    var said = Phrase.of("The two records of one person are found by ");
    var ways = mapping.pairing().by();
    for (int i = 0; i < ways.size(); i++) {
      said = said.and(i == 0 ? "" : ", else by ").then(way(ways.get(i)));
    }
    return said.and(". Two candidates are never guessed between.");
  }

  private static Phrase way(Pairing.By by) {
    return by.idField()
        .map(FieldName::path)
        .map(field -> Phrase.of("the lead's id in ").word(field))
        .orElse(Phrase.of("the e-mail address"));
  }

  private static String percent(double share) {
    return (share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share)) + "%";
  }

  private static String ids(int number) {
    return String.format("%,d %s", number, number == 1 ? "id" : "ids");
  }
}
