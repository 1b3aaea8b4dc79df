package io.stagesync.app.dictionary;

import io.stagesync.mapping.Attribute;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;

/** What people are, wherever they stand. */
record AttributeSection(List<Attribute> attributes) {
  AttributeSection {
    attributes = List.copyOf(attributes);
  }

  void on(Sheet sheet) {
    sheet.say(Phrase.of("Shown by ").word("explain").and(", never a stage, and never written."));
    var rows = new ArrayList<List<Phrase>>();
    for (var attribute : attributes) {
      rows.add(
          List.of(
              Phrase.named(attribute.name()),
              Phrase.of(attribute.means()),
              Phrase.of(shown(attribute.kind())),
              field(attribute, Side.SALESFORCE),
              field(attribute, Side.HUBSPOT)));
    }
    sheet.table(List.of("Attribute", "Meaning", "What is shown", "Salesforce", "HubSpot"), rows);
  }

  private static String shown(Attribute.Kind kind) {
    return switch (kind) {
      case SEGMENT -> "what the fields say now";
      case FIRST_TOUCH -> "the first value that was seen, for ever";
    };
  }

  private static Phrase field(Attribute attribute, Side side) {
    return attribute.field(side).map(f -> Phrase.NONE.word(f.path())).orElse(Phrase.NONE);
  }
}
