package io.stagesync.app.show;

import io.stagesync.app.plan.WholeFile;
import io.stagesync.trial.Tally;
import io.stagesync.trial.Tally.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What became of tests as JUnit XML, which every build server shows; one suite a file. */
public record TrialJunit(Tally tally) {

  /**
   * Writes the file as a whole.
   *
   * @throws io.stagesync.app.plan.PlanFileException when it cannot be written
   */
  public void to(Path file) {
    WholeFile.writeForAll(file, this::write);
  }

  private void write(OutputStream out) throws IOException {
    var suites = new LinkedHashMap<String, List<Result>>();
    tally
        .results()
        .forEach(r -> suites.computeIfAbsent(r.place().file(), f -> new ArrayList<>()).add(r));
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      counts(xml, tally.results().size(), tally.failed());
      for (var suite : suites.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the results cannot be written as XML", e);
    }
  }

  private static void suite(XMLStreamWriter xml, String file, List<Result> results)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(file));
    counts(xml, results.size(), (int) results.stream().filter(r -> !r.passed()).count());
    for (var result : results) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", clean(result.name()));
      xml.writeAttribute("classname", clean(file));
      xml.writeAttribute("file", clean(file));
      xml.writeAttribute("line", String.valueOf(result.place().line()));
      if (!result.passed()) {
        failure(xml, result);
      }
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void failure(XMLStreamWriter xml, Result result) throws XMLStreamException {
    xml.writeStartElement("failure");
    var told = result.failure();
    var first = told.map(t -> t.differences().get(0));
    xml.writeAttribute(
        "message",
        clean(
            first
                .map(d -> d.what() + ": expected " + d.expected() + ", got " + d.got())
                .orElse("decided otherwise than expected")));
    xml.writeCharacters(clean(told.map(TrialText::told).orElse("")));
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, int tests, int failures)
      throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(tests));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
  }

  /** XML has no way to say some characters at all, not even escaped. */
  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().map(c -> allowed(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
