package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import java.util.List;

/** What to do when somebody asks why a value is what it is. */
record QuestionSection(Mapping mapping) {

  void on(Sheet sheet) {
    sheet.list(
        List.of(
            Phrase.NONE
                .word("stagesync explain ADDRESS")
                .and(
                    " tells what both sides showed, what was decided and why, and what releases a"
                        + " person who is held. A record's id does instead of the address."),
            Phrase.of(
                "An edit that went no further: make the same edit on the other side, or set it back."),
            Phrase.of(
                "A value that nobody in your team set: the other side moved, a rule fired, a"
                    + " required value was supplied, or an opportunity spoke. The sections above say which of them may."),
            Phrase.of("A word that is missing here: ask whoever keeps ")
                .word(mapping.fileName())
                .and(" to add it. Records with it are held until then.")));
  }
}
