package io.stagesync.app.dictionary;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A page in GitHub's Markdown, with drawings in Mermaid. */
final class MarkdownSheet implements Sheet {
  private final StringBuilder page = new StringBuilder();

  @Override
  public void title(String title, Phrase under, List<String> sections) {
    heading("# ", title);
    say(under);
  }

  @Override
  public void section(String heading) {
    heading("## ", heading);
  }

  @Override
  public void part(String heading) {
    heading("### ", heading);
  }

  @Override
  public void say(Phrase text) {
    if (!text.isEmpty()) {
      page.append(MarkdownText.of(text)).append("\n\n");
    }
  }

  @Override
  public void list(List<Phrase> items) {
    items.forEach(item -> page.append("- ").append(MarkdownText.of(item)).append('\n'));
    page.append(items.isEmpty() ? "" : "\n");
  }

  @Override
  public void table(List<String> head, List<List<Phrase>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    row(head.stream().map(MarkdownText::escaped).toList());
    row(head.stream().map(cell -> "---").toList());
    rows.forEach(cells -> row(cells.stream().map(MarkdownText::cell).toList()));
    page.append('\n');
  }

  @Override
  public void drawing(Moves moves, Consumer<Sheet> about) {
    page.append("```mermaid\n").append(new Mermaid(moves).text()).append("```\n\n");
    about.accept(this);
  }

  @Override
  public String page() {
    return page.toString().strip() + "\n";
  }

  private void heading(String mark, String text) {
    page.append(mark).append(MarkdownText.escaped(text)).append("\n\n");
  }

  private void row(List<String> cells) {
    page.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
