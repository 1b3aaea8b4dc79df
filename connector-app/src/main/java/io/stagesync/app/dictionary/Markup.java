package io.stagesync.app.dictionary;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements and text; what is text stays text, whatever is in it. */
final class Markup {
  private final StringWriter page = new StringWriter();
  private final XMLStreamWriter out;

  Markup() {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One step of writing. */
  private interface Step {
    void write() throws XMLStreamException;
  }

  private Markup step(Step step) {
    try {
      step.write();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a page could not be put together", e);
    }
  }

  Markup doctype() {
    return step(() -> out.writeDTD("<!DOCTYPE html>"));
  }

  /** Begins an element; attributes are names and values in turn. */
  Markup open(String tag, Object... attributes) {
    return step(
        () -> {
          out.writeStartElement(tag);
          attributes(attributes);
        });
  }

  /** An element that never has content. */
  Markup leaf(String tag, Object... attributes) {
    return step(
        () -> {
          out.writeEmptyElement(tag);
          attributes(attributes);
        });
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i].toString(), Text.line(attributes[i + 1].toString()));
    }
  }

  /** Text of people and files. */
  Markup text(String text) {
    return step(() -> out.writeCharacters(Text.line(text)));
  }

  /** Our own style sheet, in which no character has a meaning of markup. */
  Markup style(String sheet) {
    return step(() -> out.writeCharacters(sheet));
  }

  Markup close() {
    return step(out::writeEndElement);
  }

  /** An element with nothing but text in it. */
  Markup element(String tag, String text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  String page() {
    step(out::flush);
    return page + "\n";
  }
}
