package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Turns a file into text that YAML can be read from. */
final class SourceText {
  /** A mapping of every word of a large org has some 30 KB; this is far beyond and still quick. */
  static final int MOST_BYTES = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Problems problems;
  private final int mostBytes;

  SourceText(Problems problems) {
    this(problems, MOST_BYTES);
  }

  SourceText(Problems problems, int mostBytes) {
    this.problems = problems;
    this.mostBytes = mostBytes;
  }

  Optional<String> read(Path path) {
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      return unreadable(
          "this link leads nowhere, or in a circle", "name the file itself, or mend the link");
    }
    if (!Files.exists(path)) {
      return unreadable(
          "there is no such file",
          "check the path; one that the config names is relative to the config file");
    }
    if (Files.isDirectory(path)) {
      return unreadable("this is a folder, not a file", "name the YAML file inside it");
    }
    if (!Files.isRegularFile(path)) {
      return unreadable("this is no ordinary file", "name a YAML file");
    }
    try {
      var bytes = new FileBytes(path).read(mostBytes + 1);
      if (bytes.isEmpty()) {
        problems.whole(
            DiagnosticId.FILE_CHANGES,
            "the file changes while it is read",
            "let whatever writes it finish, then run this again");
        return Optional.empty();
      }
      return bytes.get().length > mostBytes ? tooLarge() : decode(bytes.get());
    } catch (IOException e) {
      return unreadable(
          "the file cannot be read", "check its permissions: our user has to be able to read it");
    }
  }

  /** The text without a byte order mark; empty where something in it cannot be YAML. */
  Optional<String> check(String raw) {
    var text = raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
    if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
      return tooLarge();
    }
    if (text.isBlank()) {
      return empty();
    }
    int line = 1;
    int column = 1;
    boolean clean = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (unprintable(c)) {
        clean = false;
        problems.at(
            new Place(problems.file(), line, column),
            DiagnosticId.CONTROL_CHARACTER,
            String.format("the invisible character U+%04X stands here", c),
            "delete it; it often comes along with text that was copied");
      }
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
    return clean ? Optional.of(text) : Optional.empty();
  }

  <T> Optional<T> empty() {
    problems.whole(
        DiagnosticId.FILE_EMPTY,
        "the file says nothing",
        mostBytes == MOST_BYTES
            ? "start from `definitions/standard.yaml`, which fits a Salesforce and a HubSpot with"
                + " default values"
            : "write tests into it; `stagesync test --edge-cases` makes some to start from");
    return Optional.empty();
  }

  private Optional<String> decode(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    try {
      return Optional.of(decoder.decode(in).toString());
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.at(
          new Place(problems.file(), line, 1),
          DiagnosticId.ENCODING,
          "this line is not UTF-8 text",
          "save the file as UTF-8 in your editor");
      return Optional.empty();
    }
  }

  private static boolean unprintable(int c) {
    boolean layout = c == '\t' || c == '\n' || c == '\r';
    return !layout && Character.isISOControl(c)
        || breaksLines(c)
        || turnsText(c)
        || c == 0xFFFE
        || c == 0xFFFF
        || c >= 0xD800 && c <= 0xDFFF
        || c == 0x200B
        || c == 0xFEFF;
  }

  /** YAML takes them for line ends, and editors do not show them as such. */
  private static boolean breaksLines(int c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** With these a line reads differently from what it says, for whoever reviews the file. */
  static boolean turnsText(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private Optional<String> tooLarge() {
    problems.whole(
        DiagnosticId.FILE_TOO_LARGE,
        "the file is larger than " + (mostBytes >> 20) + " MiB",
        mostBytes == MOST_BYTES
            ? "a mapping file has some hundred lines; is it the right file?"
            : "split it; each part can be read by itself");
    return Optional.empty();
  }

  private Optional<String> unreadable(String message, String suggestion) {
    problems.whole(DiagnosticId.FILE_UNREADABLE, message, suggestion);
    return Optional.empty();
  }
}
