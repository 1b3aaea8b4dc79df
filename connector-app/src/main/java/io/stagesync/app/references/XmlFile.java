package io.stagesync.app.references;

import io.stagesync.app.references.Sighting.Role;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one file of metadata, element by element. A file may come from anywhere: a document type,
 * which could name other files and addresses, is refused, and so is a file that nests too deep.
 */
final class XmlFile {
  private static final int DEEPEST = 100;
  private static final XMLInputFactory READERS = readers();

  /** Files that hold several parts, each in an element below the outermost one. */
  private static final Set<String> OF_PARTS =
      Set.of(
          "CustomObject",
          "Workflow",
          "AssignmentRules",
          "AutoResponseRules",
          "EscalationRules",
          "SharingRules",
          "MatchingRules");

  /** Files that are about one field, which they name at their top. */
  private static final Set<String> OF_ONE_FIELD = Set.of("PathAssistant", "CustomFieldTranslation");

  private final WordIndex words;
  private final ScannedFile file;
  private final Deque<Frame> open = new ArrayDeque<>();
  private String root = "";
  private String processType = "";

  private XmlFile(WordIndex words, ScannedFile file) {
    this.words = words;
    this.file = file;
  }

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads it to its end.
   *
   * @throws XMLStreamException when it is no XML, has a document type or nests too deep
   */
  static void scan(InputStream bytes, WordIndex words, ScannedFile file) throws XMLStreamException {
    var reader = READERS.createXMLStreamReader(bytes);
    try {
      new XmlFile(words, file).read(reader);
    } finally {
      reader.close();
    }
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new XMLStreamException("it has a document type");
        case XMLStreamConstants.START_ELEMENT -> begin(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
  }

  private void begin(XMLStreamReader reader) throws XMLStreamException {
    if (open.size() >= DEEPEST) {
      throw new XMLStreamException("it is nested more than " + DEEPEST + " deep");
    }
    if (open.isEmpty()) {
      root = reader.getLocalName();
    } else {
      open.element().leaf = false;
    }
    var frame =
        new Frame(reader.getLocalName(), open.size() + 1, reader.getLocation().getLineNumber());
    frame.oneField = open.isEmpty() && OF_ONE_FIELD.contains(root);
    open.push(frame);
  }

  private void end() {
    var frame = open.pop();
    var outer = open.peek();
    if (frame.leaf) {
      leaf(frame, outer);
    } else {
      frame.parts(words).forEach(frame::add);
      conversion(frame);
    }
    boolean part = outer == null || frame.depth == 2 && OF_PARTS.contains(root);
    if (part && !frame.sightings().isEmpty()) {
      file.add(part(frame));
    } else if (outer != null) {
      outer.take(frame);
    }
  }

  /** A field that is copied when a lead is converted: the other field needs each of its words. */
  private void conversion(Frame frame) {
    var field = WordIndex.fieldName(frame.copied);
    if (root.equals("LeadConvertSettings") && words.fields().contains(field)) {
      var every = words.everyWordOf(frame.copied);
      var text = "copied to " + frame.copy + ", which needs a new word, too";
      frame.add(new Sighting(every, frame.line, Role.VALUE, true, text));
    }
  }

  private Part part(Frame frame) {
    var section = frame.depth == 1 ? "" : frame.name;
    var kind = Kind.of(root, section);
    if (kind == Kind.FLOW && processType.equals("Workflow")) {
      kind = Kind.PROCESS_BUILDER;
    } else if (kind == Kind.PICKLIST && frame.formula) {
      kind = Kind.FORMULA;
    }
    var owner = frame.title.isEmpty() ? file.name() : frame.title;
    boolean scoring = frame.scoring || Names.of(owner + " " + file.name(), Set.of()).scoring();
    return new Part(kind, owner, scoring, frame.idle, frame.sightings());
  }

  private void leaf(Frame frame, Frame outer) {
    var text = frame.text.toString();
    if (text.isBlank()) {
      return;
    }
    var role = ElementRole.of(frame.name, outer == null ? "" : outer.name);
    if (outer != null) {
      describe(frame.name, text.strip(), outer);
    }
    var names = Names.of(text, words.fields());
    if (role != ElementRole.PROSE) {
      file.names(names);
      frame.names(names);
    }
    frame.formula = role == ElementRole.FORMULA;
    look(frame, text, role);
  }

  /** What an element tells of the part that it stands in. */
  private void describe(String name, String text, Frame outer) {
    switch (name) {
      case "fullName" -> outer.title = text;
      case "label", "masterLabel", "developerName" ->
          outer.title = outer.title.isEmpty() && outer.depth <= 2 ? text : outer.title;
      case "inputField" -> outer.copied = text;
      case "outputField" -> outer.copy = text;
      case "active", "isActive" -> outer.idle |= text.equals("false");
      case "status" ->
          outer.idle |= root.equals("Flow") && outer.depth == 1 && !text.equals("Active");
      case "processType" -> processType = outer.depth == 1 ? text : processType;
      default -> {
        // Nothing about its part.
      }
    }
  }

  private void look(Frame frame, String text, ElementRole role) {
    var found = new HashSet<Integer>();
    switch (role) {
      case DEFINITION -> add(frame, text, words.whole(decoded(text)), Role.DEFINITION, found);
      case FORMULA -> add(frame, text, words.whole(text), Role.VALUE, found);
      case VALUE -> add(frame, text, words.listed(text), Role.VALUE, found);
      case OTHER -> {
        var hits = words.listed(text).stream().filter(h -> !h.wanted().single()).toList();
        add(frame, text, hits, Role.VALUE, found);
      }
      case OPERATOR -> frame.partial = text.strip().matches("(?i)(not)?contains?|startsWith");
      case STRUCTURE, PROSE -> {
        // A name is no value; what people read is looked at below.
      }
    }
    if (role == ElementRole.VALUE && found.isEmpty()) {
      frame.addPiece(text.strip());
    }
    boolean loose = role == ElementRole.PROSE;
    if (role != ElementRole.STRUCTURE && role != ElementRole.DEFINITION) {
      add(frame, text, words.quoted(text), loose ? Role.PROSE : Role.LITERAL, found);
      add(frame, text, words.mentioned(text), Role.PROSE, found);
    }
  }

  /** Record types and processes write special characters of a value as {@code %26}. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private void add(Frame frame, String text, Optional<Wanted> all, Role role, Set<Integer> found) {
    int at = text.length() - text.stripLeading().length();
    add(frame, text, all.map(w -> new WordIndex.Hit(w, at)).stream().toList(), role, found);
  }

  private void add(
      Frame frame, String text, List<WordIndex.Hit> hits, Role role, Set<Integer> found) {
    for (var hit : hits) {
      if (!found.contains(hit.at())) {
        if (!file.roomForOneMore()) {
          return;
        }
        found.add(hit.at());
        frame.add(Sighting.in(text, hit.at(), frame.line, hit.wanted(), role, false));
      }
    }
  }
}
