package io.stagesync.app.dictionary;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Looks at pages as a reader's program does. */
final class Pages {
  private Pages() {}

  static Mapping mapping(String text) {
    var loaded = MappingFile.parse("shared/words.yaml", text);
    return loaded.mapping().orElseThrow(() -> new IllegalStateException(loaded.render()));
  }

  /** The page of a mapping as both kinds. */
  static List<Document> both(Mapping mapping) {
    var dictionary = new Dictionary(mapping);
    return List.of(html(dictionary.html()), markdown(dictionary.markdown()));
  }

  /** Every shipped mapping. */
  static Stream<Mapping> shipped() {
    return MappingFile.PRESETS.stream()
        .map(name -> MappingFile.preset(name).mapping().orElseThrow());
  }

  /** The elements of an HTML page; ours is well-formed, so that nothing can hide between them. */
  static Document html(String page) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(page, e);
    }
  }

  /** What Markdown looks like to a reader, as a page. */
  static Document markdown(String page) {
    var extensions = List.of(TablesExtension.create());
    var parsed = Parser.builder().extensions(extensions).build().parse(page);
    var html = HtmlRenderer.builder().extensions(extensions).build().render(parsed);
    return html("<body>" + html.replace("<br>", "<br/>").replace("<hr>", "<hr/>") + "</body>");
  }

  /** The text of every element of a kind, in its order. */
  static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  static List<Element> elements(Document page, String tag) {
    var nodes = page.getElementsByTagName(tag);
    var found = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** The rows of all tables, their cells with bars between them. */
  static List<String> rows(Document page) {
    return elements(page, "tr").stream()
        .map(
            row -> {
              var cells = new ArrayList<String>();
              for (var cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                  cells.add(cell.getTextContent());
                }
              }
              return String.join(" | ", cells);
            })
        .toList();
  }

  /** The kinds of elements that a page has. */
  static TreeSet<String> kinds(Document page) {
    var kinds = new TreeSet<String>();
    elements(page, "*").forEach(element -> kinds.add(element.getTagName()));
    return kinds;
  }
}
