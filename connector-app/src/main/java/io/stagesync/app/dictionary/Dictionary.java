package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What every word of a mapping file means, who may do what with it, and what follows: one page for
 * the people who work with it. It says what the file says and nothing else, so that the same file
 * always gives the same page.
 */
public record Dictionary(Mapping mapping) {
  private static final String PEOPLE = "Who takes part";
  private static final String RULES = "How one track moves another";
  private static final String CONVERSION = "After a lead is converted";
  private static final String QUESTIONS = "When a value changed, or did not";

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
            .and(": to change anything, change that file."),
        sections());
    for (var track : mapping.tracks()) {
      sheet.section(Text.heading(track.track().name()));
      new TrackSection(mapping, track).on(sheet);
    }
    if (hasRules()) {
      sheet.section(RULES);
      new RuleSection(mapping).on(sheet);
    }
    if (hasConversion()) {
      sheet.section(CONVERSION);
      new ConversionSection(mapping).on(sheet);
    }
    sheet.section(PEOPLE);
    new PeopleSection(mapping).on(sheet);
    sheet.section(QUESTIONS);
    new QuestionSection(mapping).on(sheet);
    return sheet.page();
  }

  private boolean hasRules() {
    return !mapping.rules().isEmpty() || !mapping.firstLabels().isEmpty();
  }

  private boolean hasConversion() {
    return mapping.conversion().isPresent() || !mapping.reads().opportunities();
  }

  private List<String> sections() {
    var sections = new ArrayList<String>();
    mapping.tracks().forEach(track -> sections.add(Text.heading(track.track().name())));
    if (hasRules()) {
      sections.add(RULES);
    }
    if (hasConversion()) {
      sections.add(CONVERSION);
    }
    sections.add(PEOPLE);
    sections.add(QUESTIONS);
    return sections;
  }
}
