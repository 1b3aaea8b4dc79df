package io.stagesync.app.cli;

import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that somebody may put where a mapping file belongs.
 *
 * @param name what it is
 * @param maker puts it there; returns whether this machine is able to; a Linux always is
 * @param said what every command that reads it has to say
 */
record BadFile(String name, Maker maker, List<String> said) {
  /** Puts something bad at a place. */
  interface Maker {
    boolean make(Path place) throws IOException, InterruptedException;
  }

  private static final Path NEVER_THE_SAME = Path.of("/proc/sys/kernel/random/uuid");
  private static final Path WRITE_ONLY = Path.of("/proc/sys/vm/drop_caches");
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  static List<BadFile> all() {
    return List.of(
        text("nothing", "", "FILE_EMPTY"),
        text("comments alone", "# version: 1\n", "FILE_EMPTY"),
        text("a bomb of aliases", bomb(), ":6:22: TOO_MANY_ALIASES"),
        text("an alias inside of itself", "version: 1\ntracks: &t { a: *t }\n", "RECURSIVE_ALIAS"),
        text(
            "a tag that would make an object",
            "version: !!java.net.URL [\"http://x\"]\n",
            ":1:10: CUSTOM_TAG"),
        text("a control character", "version: 1\nname: \u0007\n", ":2:7: CONTROL_CHARACTER"),
        text(
            "no break space",
            "version: 1\ntracks: { a: { salesforce: \"Lead.A__c\u00a0\" } }\n",
            "WHITESPACE"),
        text("a byte order mark", "\uFEFFcolour: blue\n", ":1:1: UNKNOWN_KEY", "MISSING_KEY"),
        text(
            "another system's line ends",
            "version: 1\r\n\r\ncolour: x\r\nname: [y]\r\n",
            ":3:1: UNKNOWN_KEY",
            ":4:7: WRONG_TYPE",
            "MISSING_KEY"),
        text("a tab", "version: 1\ntracks:\n\tlead-stage: {}\n", ":3:1: TAB"),
        text("a key twice", "version: 1\nname: a\nname: b\n", ":3:1: DUPLICATE_KEY", "line 2"),
        text("an open quote", "version: 1\nname: \"open\n", "SYNTAX a quote is opened"),
        text("two documents", "version: 1\n---\nversion: 1\n", ":2:1: MANY_DOCUMENTS"),
        text("a tower of brackets", "version: " + "[".repeat(10_000) + "\n", "TOO_DEEP"),
        text(
            "many things at once",
            "version: 2\ntraks: {}\nlimits: { changes: many }\nowners: { sales: sugar }\nrules: x\n",
            ":1:10: VERSION",
            ":2:1: UNKNOWN_KEY",
            "`tracks`?",
            ":3:20: WRONG_TYPE",
            ":4:18: BAD_VALUE",
            ":5:8: WRONG_TYPE"),
        new BadFile(
            "no UTF-8",
            place -> bytes(place, new byte[] {'a', ':', ' ', (byte) 0xE4, '\n'}),
            List.of(":1:1: ENCODING")),
        new BadFile(
            "two mebibytes",
            place -> bytes(place, "# x\n".repeat(1 << 19).getBytes(StandardCharsets.UTF_8)),
            List.of("FILE_TOO_LARGE")),
        new BadFile("nothing at all", place -> true, List.of("there is no")),
        new BadFile(
            "a folder",
            place -> Files.isDirectory(Files.createDirectory(place)),
            List.of("FILE_UNREADABLE this is a folder")),
        new BadFile("a pipe", BadFile::pipe, List.of("FILE_UNREADABLE this is no ordinary file")),
        new BadFile(
            "an endless device",
            place -> link(place, Path.of("/dev/zero")),
            List.of("FILE_UNREADABLE this is no ordinary file")),
        new BadFile(
            "a link to itself",
            place -> Files.createSymbolicLink(place, place.getFileName()) != null,
            List.of("FILE_UNREADABLE this link leads nowhere, or in a circle")),
        new BadFile(
            "a link to nothing",
            place -> Files.createSymbolicLink(place, Path.of("absent")) != null,
            List.of("FILE_UNREADABLE this link leads nowhere")),
        new BadFile(
            "a file that our user may not read",
            BadFile::locked,
            List.of("FILE_UNREADABLE the file cannot be read")),
        new BadFile(
            "a file that cannot be read",
            place -> link(place, UNREADABLE),
            List.of("FILE_UNREADABLE the file cannot be read")),
        new BadFile(
            "a file that changes while it is read",
            place -> link(place, NEVER_THE_SAME),
            List.of("FILE_CHANGES the file changes while it is read")));
  }

  /** The ids among that. */
  List<String> ids() {
    return Pattern.compile("[A-Z]+(_[A-Z]+)*")
        .matcher(String.join(" ", said))
        .results()
        .map(MatchResult::group)
        .filter(id -> Stream.of(DiagnosticId.values()).anyMatch(d -> d.name().equals(id)))
        .toList();
  }

  private static BadFile text(String name, String text, String... said) {
    return new BadFile(
        name, place -> bytes(place, text.getBytes(StandardCharsets.UTF_8)), List.of(said));
  }

  /** Nine names of which each says the one before nine times: 387 million values. */
  private static String bomb() {
    var text = new StringBuilder("version: 1\ntracks:\n  a0: &a0 x\n");
    for (int i = 1; i <= 9; i++) {
      text.append(
          "  a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1));
    }
    return text.append("rules: [*a9]\n").toString();
  }

  private static boolean bytes(Path place, byte[] bytes) throws IOException {
    Files.write(place, bytes);
    return true;
  }

  private static boolean link(Path place, Path target) throws IOException {
    return Files.exists(target) && Files.createSymbolicLink(place, target) != null;
  }

  private static boolean pipe(Path place) throws IOException, InterruptedException {
    return Files.isExecutable(Path.of("/usr/bin/mkfifo"))
        && new ProcessBuilder("/usr/bin/mkfifo", place.toString()).start().waitFor() == 0;
  }

  /**
   * A file without permissions; root reads that all the same, but not what the kernel lets nobody
   * read.
   */
  private static boolean locked(Path place) throws IOException {
    Files.writeString(place, "version: 1\n");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(place)) {
      Files.delete(place);
      link(place, WRITE_ONLY);
    }
    return Files.exists(place) && !Files.isReadable(place);
  }

  @Override
  public String toString() {
    return name;
  }
}
