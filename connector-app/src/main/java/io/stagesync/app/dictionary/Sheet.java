package io.stagesync.app.dictionary;

import java.util.List;
import java.util.function.Consumer;

/** What a page is written on. Whatever comes from the file is escaped here, and nowhere else. */
interface Sheet {
  /**
   * What the page is called; once, at first.
   *
   * @param sections the headings of all sections that will follow
   */
  void title(String title, Phrase under, List<String> sections);

  /** Begins a section. */
  void section(String heading);

  /** Begins a part of a section. */
  void part(String heading);

  /** A paragraph. */
  void say(Phrase text);

  /** A list; nothing where there are no items. */
  void list(List<Phrase> items);

  /** A table; nothing where there are no rows. */
  void table(List<String> head, List<List<Phrase>> rows);

  /** The moves of a track as a drawing, with what is written about it beside it or below it. */
  void drawing(Moves moves, Consumer<Sheet> about);

  /** The whole page, once everything is written. */
  String page();
}
