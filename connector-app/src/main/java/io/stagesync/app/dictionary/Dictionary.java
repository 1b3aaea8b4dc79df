package io.stagesync.app.dictionary;

import io.stagesync.mapping.Agreement;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.live.LiveFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What every word of a mapping file means, who may do what with it, and what follows: one page for
 * the people who work with it. It says what the file says, and where both CRMs were asked how they
 * list the words, and nothing else, so that the same file always gives the same page.
 *
 * @param listed what both CRMs said of the fields; empty where they were not asked
 */
public record Dictionary(Mapping mapping, List<LiveFact> listed) {
  public Dictionary {
    listed = List.copyOf(listed);
  }

  /** The page of a file alone. */
  public Dictionary(Mapping mapping) {
    this(mapping, List.of());
  }

  /** The page in GitHub's Markdown, its drawings in Mermaid. */
  public String markdown() {
    return on(new MarkdownSheet());
  }

  /** The page as HTML that needs nothing else: no script, no font and no picture from elsewhere. */
  public String html() {
    return on(new HtmlSheet());
  }

  private String on(Sheet sheet) {
    sheet.title(
        mapping.name().equals(mapping.file()) ? mapping.fileName() : mapping.name(),
        Phrase.of(
                "What the words mean in Salesforce and in HubSpot, and what may happen to them. Made"
                    + " from ")
            .word(mapping.fileName())
            .and(": to change anything, change that file.")
            .and(
                Agreement.of(mapping)
                    .map(
                        agreement ->
                            " Agreed on by "
                                + agreement.approval().words()
                                + (agreement.outdated() ? ", and changed since." : "."))
                    .orElse("")),
        sections().stream().map(Section::heading).toList());
    for (var section : sections()) {
      sheet.section(section.heading());
      section.content().accept(sheet);
    }
    return sheet.page();
  }

  /** A part of the page and what writes it. */
  private record Section(String heading, Consumer<Sheet> content) {}

  private List<Section> sections() {
    var sections = new ArrayList<Section>();
    for (var track : mapping.tracks()) {
      var content = new TrackSection(mapping, track, new ListedWords(track.track(), listed));
      sections.add(new Section(Text.heading(track.track().name()), content::on));
    }
    if (!mapping.rules().isEmpty() || !mapping.firstLabels().isEmpty()) {
      sections.add(new Section("How one track moves another", new RuleSection(mapping)::on));
    }
    if (mapping.conversion().isPresent() || !mapping.reads().opportunities()) {
      sections.add(new Section("After a lead is converted", new ConversionSection(mapping)::on));
    }
    if (!mapping.reads().attributes().isEmpty()) {
      var content = new AttributeSection(mapping.reads().attributes());
      sections.add(new Section("What people are, wherever they stand", content::on));
    }
    sections.add(new Section("Who takes part", new PeopleSection(mapping)::on));
    sections.add(new Section("When a value changed, or did not", new QuestionSection(mapping)::on));
    sections.add(new Section("Why did my field change? A note", new NoteSection(mapping)::on));
    return sections;
  }
}
