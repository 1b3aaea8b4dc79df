package io.stagesync.salesforce.simulator;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a request, by its local name. */
final class XmlNode {
  private static final int DEPTH = 50;
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  final String name;
  final boolean nil;
  final List<XmlNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlNode(String name, boolean nil) {
    this.name = name;
    this.nil = nil;
  }

  /**
   * Reads a document. One with a DOCTYPE is refused.
   *
   * @throws SoapFault for anything that is no plain XML
   */
  static XmlNode parse(byte[] document) {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw SoapFault.unexpected("INVALID_SOAP_HEADER", "a DOCTYPE is not allowed");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return element(reader, 0);
        }
      }
    } catch (XMLStreamException e) {
      throw SoapFault.unexpected("INVALID_SOAP_HEADER", "the request is not well-formed");
    }
    throw SoapFault.unexpected("INVALID_SOAP_HEADER", "the request is empty");
  }

  private static XmlNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEPTH) {
      throw SoapFault.unexpected("INVALID_SOAP_HEADER", "the request is nested too deeply");
    }
    var node =
        new XmlNode(
            reader.getLocalName(), "true".equals(reader.getAttributeValue(INSTANCE, "nil")));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> node.children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            node.text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return node;
        }
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    return node;
  }

  String text() {
    return text.toString();
  }

  Optional<XmlNode> child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  List<XmlNode> all(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).toList();
  }

  /** The text of a descendant by its path; blank where there is none. */
  String text(String... path) {
    Optional<XmlNode> node = Optional.of(this);
    for (var step : path) {
      node = node.flatMap(n -> n.child(step));
    }
    return node.map(XmlNode::text).orElse("").strip();
  }
}
