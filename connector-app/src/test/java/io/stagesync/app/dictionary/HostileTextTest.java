package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What comes from the file stays text, whatever it looks like. */
class HostileTextTest {
  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "</style><img src=x onerror=alert(1)>",
          "<!-- hidden",
          "]]> &lt;b&gt; &amp; & &#65;",
          "[click](javascript:alert(1)) ![i](http://e.vil/x.png) <http://e.vil>",
          "http://e.vil and www.e.vil",
          "**bold** _under_ ~~gone~~ `code` ``two`` $x$ #heading",
          "a | b || c \\| d \\",
          "- item",
          "+ item",
          "12. item",
          "3) item",
          "> quote",
          "# heading",
          "    code",
          "```mermaid",
          "one\\n\\n# two\\n- three",
          "---",
          "[x]: http://e.vil");

  private static String quoted(String text) {
    boolean escapes = text.contains("\\n");
    return escapes ? "\"" + text.replace("\"", "\\\"") + "\"" : "'" + text.replace("'", "''") + "'";
  }

  private static Dictionary saying(String text) {
    return new Dictionary(
        Pages.mapping(
            """
            version: 1
            name: %1$s
            tracks:
              t:
                salesforce: Lead.A__c
                hubspot: contact.a
                labels:
                  a: { rank: 10, salesforce: A, hubspot: a, means: %1$s, entered-when: %1$s }
                  b: { rank: 20, salesforce: B, hubspot: %2$s, next-action: %1$s }
                backward: [{ from: b, to: a, because: %1$s }]
            """
                .formatted(
                    quoted(text),
                    text.contains("\\") || text.isBlank() ? "x" : quoted(text.strip()))));
  }

  private static String seen(String text) {
    return text.replace("\\n", " ").strip().replaceAll("\\s+", " ");
  }

  @Test
  void anHtmlPageHasOurElementsAloneAndShowsTheTextAsItIs() {
    var usual = Pages.kinds(Pages.html(saying("harmless").html()));
    assertThat(usual).contains("svg", "table").doesNotContain("script", "img", "iframe");
    for (var text : TEXTS) {
      var page = Pages.html(saying(text).html());
      assertThat(Pages.kinds(page)).as(text).isEqualTo(usual);
      assertThat(Pages.texts(page, "h1")).containsExactly(seen(text));
      assertThat(Pages.rows(page)).as(text).anyMatch(row -> row.contains(" | " + seen(text)));
      for (var link : Pages.elements(page, "a")) {
        assertThat(link.getAttribute("href")).startsWith("#");
      }
      for (Element element : Pages.elements(page, "*")) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
        }
      }
    }
  }

  @Test
  void aPageLoadsNothingAndItsStyleSheetHasNoCharacterOfMarkup() {
    var page = saying("harmless").html();
    assertThat(page).doesNotContain("http://", "https://", "@import", "url(");
    var html = Pages.html(page);
    assertThat(Pages.texts(html, "style").get(0)).doesNotContain("<", ">", "&");
    assertThat(Pages.elements(html, "meta"))
        .anyMatch(meta -> meta.getAttribute("content").startsWith("default-src 'none'"));
  }

  @Test
  void aMarkdownPageHasOurElementsAloneAndShowsTheTextAsItIs() {
    var usual = Pages.kinds(Pages.markdown(saying("harmless").markdown()));
    for (var text : TEXTS) {
      var markdown = saying(text).markdown();
      var page = Pages.markdown(markdown);
      var kinds = new TreeSet<>(Pages.kinds(page));
      kinds.removeAll(usual);
      assertThat(kinds).as(text + "\n" + markdown).isEmpty();
      assertThat(Pages.texts(page, "h1")).as(markdown).containsExactly(seen(text));
      assertThat(Pages.rows(page)).as(markdown).anyMatch(row -> row.contains(" | " + seen(text)));
      assertThat(Pages.elements(page, "a")).isEmpty();
    }
  }

  @Test
  void noMixOfMarksGetsThrough() {
    var marks = "<>&|`*_[](){}!#$~^=+-.:/\\\"' \n1aw";
    for (long seed = 0; seed < 400; seed++) {
      var random = new SplittableRandom(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        text.append(marks.charAt(random.nextInt(marks.length())));
      }
      var seen = text.toString().strip().replaceAll("\\s+", " ");
      var phrase = Phrase.of(text.toString());
      var sheet = new MarkdownSheet();
      sheet.table(List.of("A", "B"), List.of(List.of(phrase, phrase)));
      sheet.list(List.of(phrase));
      sheet.say(phrase);
      var page = Pages.markdown(sheet.page());
      assertThat(page.getDocumentElement().getTextContent().strip().replaceAll("\\s+", " "))
          .as("seed %d: %s", seed, sheet.page())
          .isEqualTo(
              ("A B " + seen + " " + seen + " " + seen + " " + seen).strip().replaceAll(" +", " "));
    }
  }

  /** The loader refuses such text; what a CRM says of its own values comes another way. */
  @Test
  void whatWouldSteerAScreenIsLeftOut() {
    var phrase = Phrase.of("\u001B[31mred\u202Ereversed\u0007");
    var markdown = new MarkdownSheet();
    markdown.say(phrase);
    assertThat(markdown.page()).doesNotContain("\u001B", "\u202E", "\u0007").contains("31mred");
    var html = new HtmlSheet();
    html.title("t", phrase, List.of());
    assertThat(html.page()).doesNotContain("\u001B", "\u202E", "\u0007").contains("31mred");
  }

  @Test
  void aWordOfTicksAndBarsIsShownAsItIs() {
    for (var word : List.of("`", "``", "a`b", "`a", "a``b`", "a|b", "|", "a\\|b", "a\\")) {
      var sheet = new MarkdownSheet();
      sheet.table(List.of("A"), List.of(List.of(Phrase.NONE.word(word))));
      sheet.say(Phrase.of("Also ").word(word));
      assertThat(Pages.texts(Pages.markdown(sheet.page()), "code"))
          .as(sheet.page())
          .containsExactly(word, word);
    }
  }
}
