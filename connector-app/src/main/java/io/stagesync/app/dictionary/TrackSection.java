package io.stagesync.app.dictionary;

import io.stagesync.mapping.Branch;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One track: its labels, where a person may go, its words, and what happens when sides differ. */
record TrackSection(Mapping mapping, TrackMapping track, ListedWords listed) {

  void on(Sheet sheet) {
    sheet.say(fields());
    sheet.list(new WriterNotes(mapping, track).all());
    sheet.part("Labels");
    labels(sheet);
    sheet.list(new LabelNotes(track).all());
    if (track.labels().size() < 2) {
      sheet.say(Phrase.of("With one label there is nowhere to go."));
    } else {
      moves(sheet);
    }
    var words = new SharedWords(track).all();
    if (!words.isEmpty()) {
      sheet.part("Words with a story of their own");
      sheet.list(words);
    }
    var lists = listed.all();
    if (!lists.isEmpty()) {
      sheet.part("In the order in which people see them");
      sheet.list(lists);
    }
    var former = new FormerWords(track).all();
    if (!former.isEmpty()) {
      sheet.part("What used to be here");
      sheet.list(former);
    }
    sheet.part("When the two sides do not agree");
    sheet.list(new Disagreements(track).all());
  }

  private void moves(Sheet sheet) {
    sheet.part("Where a person may go");
    sheet.drawing(Moves.of(track, new Entrances(mapping)::of), new Contract(mapping, track)::on);
  }

  private Phrase fields() {
    var said = Phrase.NONE;
    for (var field : Stream.of(Side.values()).flatMap(s -> track.field(s).stream()).toList()) {
      said = said.and(said.isEmpty() ? "" : " and ").then(field(field));
    }
    said =
        said.and(
            track.fields().size() < 2
                ? " alone: the other side has no field for it."
                : switch (track.direction()) {
                  case TWO_WAY -> ". Each side follows the other.";
                  case TO_HUBSPOT -> ". HubSpot follows Salesforce, which is never written.";
                  case TO_SALESFORCE -> ". Salesforce follows HubSpot, which is never written.";
                });
    if (track.floor().isEmpty()) {
      return said;
    }
    var floor = track.floor().get();
    return said.and(" Below ")
        .name(floor.notBelow())
        .and(" of ")
        .name(floor.track())
        .and(" it rests: nothing is written")
        .and(isRequired() ? ", but for what a label of another track needs here," : ",")
        .and(" and a value that stands there is shown.");
  }

  /** Whether a label of another track brings a value along, wherever this one rests. */
  private boolean isRequired() {
    return mapping.tracks().stream()
        .flatMap(other -> other.labels().stream())
        .anyMatch(label -> label.requires().filter(track.track()::equals).isPresent());
  }

  private static Phrase field(FieldName field) {
    return Phrase.NONE.word(field.path()).and(" in " + field.side().displayName());
  }

  /** The labels in their order; a column that would be empty is left out. */
  private void labels(Sheet sheet) {
    var entrances = new Entrances(mapping);
    Map<String, Function<LabelMapping, Phrase>> columns = new LinkedHashMap<>();
    columns.put("Label", label -> Phrase.named(label.label()));
    columns.put("Also called", label -> Phrase.of(String.join(", ", label.guide().aliases())));
    columns.put("Branch", label -> Phrase.of(label.branch().map(Branch::name).orElse("")));
    columns.put("Meaning", label -> Phrase.of(label.guide().means()));
    columns.put("Entered when", label -> Phrase.of(label.guide().enteredWhen()));
    columns.put("Entered by", label -> entrances.said(track, label));
    columns.put("What to do next", label -> Phrase.of(label.guide().nextAction()));
    for (var side : Side.values()) {
      if (track.field(side).isPresent()) {
        columns.put(side.displayName(), new LabelWords(track, side)::said);
      }
    }
    var rows = new ArrayList<List<Phrase>>();
    for (var name : Order.of(track).labels()) {
      var label = track.label(name).orElseThrow();
      rows.add(columns.values().stream().map(column -> column.apply(label)).toList());
    }
    var used = new ArrayList<Integer>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        used.add(column);
      }
    }
    var head = List.copyOf(columns.keySet());
    sheet.table(
        used.stream().map(head::get).toList(),
        rows.stream().map(row -> used.stream().map(row::get).toList()).toList());
  }
}
