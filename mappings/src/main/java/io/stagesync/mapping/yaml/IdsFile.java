package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Pilot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a file that names people, one id a line: of a lead, or of a contact. Blank lines and what
 * follows a {@code #} do not count.
 */
final class IdsFile {
  static final int MOST_BYTES = 8 << 20;
  private static final int MOST_TOLD = 100;
  private static final Pattern LEAD = Pattern.compile("00Q[A-Za-z0-9]{12}([A-Za-z0-9]{3})?");
  private static final Pattern CONTACT = Pattern.compile("[0-9]{1,15}");

  /**
   * What may be quoted. A path that somebody put in leads to any file, and no line of it is shown.
   */
  private static final Pattern ALMOST_AN_ID = Pattern.compile("00[A-Za-z0-9]{1,18}|[0-9]{1,20}");

  private final Problems problems;

  IdsFile(Problems problems) {
    this.problems = problems;
  }

  /** The people; empty where the file cannot be read. */
  Optional<Pilot.People> read(Site site) {
    return new Scalars(problems).word(site).flatMap(name -> people(site, name));
  }

  private Optional<Pilot.People> people(Site site, String name) {
    return beside(site, name)
        .flatMap(
            path ->
                lines(site, path)
                    .map(lines -> new Pilot.People(name, ids(path.toString(), lines)))
                    .filter(people -> somebody(site, people)));
  }

  /** Relative to the mapping file, unless it says a whole path. */
  private Optional<Path> beside(Site site, String name) {
    try {
      return Optional.of(Path.of(problems.file()).resolveSibling(name));
    } catch (InvalidPathException e) {
      return refuse(site, "`" + name + "` is no name of a file", "name the file with the ids");
    }
  }

  private Optional<List<String>> lines(Site site, Path path) {
    if (!Files.exists(path)) {
      return refuse(
          site,
          "there is no file `" + path + "`",
          "check the path; it is relative to the mapping file");
    }
    if (!Files.isRegularFile(path)) {
      return refuse(
          site,
          "`" + path + "` is " + (Files.isDirectory(path) ? "a folder" : "no ordinary file"),
          "name a text file with one id a line");
    }
    try {
      var bytes = new FileBytes(path).read(MOST_BYTES + 1);
      if (bytes.isEmpty()) {
        return refuse(
            site,
            "`" + path + "` changes while it is read",
            "let whatever writes it finish, then run this again");
      }
      if (bytes.get().length > MOST_BYTES) {
        return refuse(
            site,
            "`" + path + "` is larger than 8 MiB",
            "is it the right file? For so many people a condition on a field is better");
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get()));
      return Optional.of(text.toString().lines().toList());
    } catch (CharacterCodingException e) {
      return refuse(
          site, "`" + path + "` is not UTF-8 text", "save it as plain text, one id a line");
    } catch (IOException e) {
      return refuse(
          site,
          "`" + path + "` cannot be read",
          "check its permissions: our user has to be able to read it");
    }
  }

  private Set<String> ids(String file, List<String> lines) {
    var ids = new LinkedHashSet<String>();
    int bad = 0;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var id = line.replaceFirst("#.*", "").replace("\uFEFF", "").strip();
      if (LEAD.matcher(id).matches() || CONTACT.matcher(id).matches()) {
        ids.add(Pilot.People.telling(id));
      } else if (!id.isEmpty() && ++bad <= MOST_TOLD) {
        int column = line.indexOf(id) + 1;
        problems.at(
            new Place(file, i + 1, column),
            DiagnosticId.PILOT_ID,
            what(id) + " is neither the id of a lead nor of a contact",
            "write one id a line: a lead's, `00Q` and 12 or 15 characters, or a contact's number");
      }
    }
    if (bad > MOST_TOLD) {
      problems.at(
          Place.whole(file),
          DiagnosticId.PILOT_ID,
          bad + " lines are no ids; the first " + MOST_TOLD + " are named",
          "is it the right file?");
    }
    return ids;
  }

  private static String what(String id) {
    if (ALMOST_AN_ID.matcher(id).matches()) {
      return "`" + id + "`";
    }
    return id.contains("@") ? "an e-mail address" : "what stands here";
  }

  private boolean somebody(Site site, Pilot.People people) {
    if (people.ids().isEmpty()) {
      refuse(
          site,
          "`" + people.file() + "` names nobody, so nobody would take part",
          "write one id a line, or delete `ids`");
    }
    return !people.ids().isEmpty();
  }

  private <T> Optional<T> refuse(Site site, String message, String suggestion) {
    problems.unreadable(site, DiagnosticId.PILOT_FILE, message, suggestion);
    return Optional.empty();
  }
}
