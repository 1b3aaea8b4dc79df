package io.stagesync.app.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A page in HTML that needs nothing but itself. */
final class HtmlSheet implements Sheet {
  private static final String NOTHING_FROM_ELSEWHERE =
      "default-src 'none'; style-src 'unsafe-inline'";

  private final Markup out = new Markup();
  private boolean inSection;

  @Override
  public void title(String title, Phrase under, List<String> sections) {
    out.doctype().open("html", "lang", "en").open("head");
    out.leaf("meta", "charset", "utf-8");
    out.leaf("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_FROM_ELSEWHERE);
    out.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.element("title", title).open("style").style(css()).close().close();
    out.open("body").open("header").element("h1", title).open("p");
    pieces(under).close().open("nav");
    sections.forEach(section -> out.element("a", section, "href", "#" + anchor(section)).text(" "));
    out.close().close().open("main");
  }

  @Override
  public void section(String heading) {
    endSection();
    inSection = true;
    out.open("section", "id", anchor(heading)).element("h2", heading);
  }

  @Override
  public void part(String heading) {
    out.element("h3", heading);
  }

  @Override
  public void say(Phrase text) {
    if (!text.isEmpty()) {
      out.open("p");
      pieces(text).close();
    }
  }

  @Override
  public void list(List<Phrase> items) {
    if (items.isEmpty()) {
      return;
    }
    out.open("ul");
    for (var item : items) {
      out.open("li");
      pieces(item).close();
    }
    out.close();
  }

  @Override
  public void table(List<String> head, List<List<Phrase>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.open("table").open("thead").open("tr");
    head.forEach(cell -> out.element("th", cell, "scope", "col"));
    out.close().close().open("tbody");
    for (var row : rows) {
      out.open("tr");
      for (int i = 0; i < row.size(); i++) {
        out.open("td", "data-column", head.get(i));
        pieces(row.get(i)).close();
      }
      out.close();
    }
    out.close().close();
  }

  @Override
  public void drawing(Moves moves, Consumer<Sheet> about) {
    out.open("div", "class", "moves").open("figure");
    new Drawing(moves, out).draw();
    out.open("figcaption");
    for (var entry : moves.entries()) {
      out.element("span", entry.words(), "class", "entry " + lower(entry)).text(" ");
    }
    out.close().close().open("div");
    about.accept(this);
    out.close().close();
  }

  @Override
  public String page() {
    endSection();
    return out.close().close().close().page();
  }

  private void endSection() {
    if (inSection) {
      out.close();
    }
    inSection = false;
  }

  private Markup pieces(Phrase phrase) {
    for (var piece : phrase.pieces()) {
      switch (piece.kind()) {
        case TEXT -> out.text(piece.text());
        case NAME -> out.element("b", piece.text());
        case WORD -> out.element("code", piece.text());
      }
    }
    return out;
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String lower(Moves.Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT);
  }

  private static String css() {
    try (var in = HtmlSheet.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("the program was packaged without page.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
