package io.stagesync.app.fixes;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one file of Salesforce metadata, indented as Salesforce's own tools do it. */
final class MetadataXml {
  private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;
  private int depth;

  private MetadataXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The content of an element. */
  interface Content {
    void in(MetadataXml xml) throws XMLStreamException;
  }

  /** A whole file. */
  static String file(String root, Content content) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      var file = new MetadataXml(xml);
      file.inside(content);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
  }

  MetadataXml leaf(String name, Object value) throws XMLStreamException {
    begin();
    xml.writeStartElement(name);
    xml.writeCharacters(NOT_XML.matcher(value.toString()).replaceAll("?"));
    xml.writeEndElement();
    return this;
  }

  MetadataXml element(String name, Content content) throws XMLStreamException {
    begin();
    xml.writeStartElement(name);
    inside(content);
    xml.writeEndElement();
    return this;
  }

  private void inside(Content content) throws XMLStreamException {
    depth++;
    content.in(this);
    depth--;
    begin();
  }

  private void begin() throws XMLStreamException {
    xml.writeCharacters("\n" + "    ".repeat(depth));
  }
}
