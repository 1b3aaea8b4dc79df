package io.stagesync.app.references;

import io.stagesync.app.references.Sighting.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was seen in one file; judged when all of it is known. */
final class ScannedFile {
  private static final Pattern OBJECT = Pattern.compile("(?:^|/)objects/([^/.]+)");
  private static final Pattern LEAD = Pattern.compile("(^|/)lead");

  private static final int MOST_SIGHTINGS = 1_000;

  private final String file;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> fields = new HashSet<>();
  private final boolean ofAnother;
  private int sightings;
  private boolean lead;

  /**
   * @param file from the folder that is searched, with slashes
   */
  ScannedFile(String file) {
    this.file = file;
    var object = OBJECT.matcher(file);
    boolean below = object.find();
    this.ofAnother = below && !object.group(1).equals("Lead");
    this.lead = below ? !ofAnother : LEAD.matcher(folderAndName(file)).find();
  }

  /** Where the name of a file or of its folder begins with it, a file is about leads. */
  private static String folderAndName(String file) {
    int name = file.lastIndexOf('/');
    return file.substring(file.lastIndexOf('/', name - 1) + 1).toLowerCase(Locale.ROOT);
  }

  /** The file's name without folder and endings. */
  String name() {
    var name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Notes what a text of it names. */
  void names(Names names) {
    lead |= names.lead();
    fields.addAll(names.fields());
  }

  /** A word whose field nobody told may belong to any. */
  private boolean near(Wanted wanted) {
    return wanted.fields().isEmpty() || wanted.fields().stream().anyMatch(fields::contains);
  }

  /** Whether one more sighting is kept; a file that names words so often says nothing more. */
  boolean roomForOneMore() {
    return ++sightings <= MOST_SIGHTINGS;
  }

  /** Whether sightings were left out. */
  boolean cutOff() {
    return sightings > MOST_SIGHTINGS;
  }

  void add(Part part) {
    parts.add(part);
  }

  /** Everything that counts, one for each word and line of a part. */
  List<Reference> references() {
    var found = new ArrayList<Reference>();
    for (var part : parts) {
      Map<String, Reference> best = new HashMap<>();
      for (var seen : part.sightings()) {
        part.certainty(seen, lead, near(seen.wanted()))
            .filter(c -> seen.role() != Role.DEFINITION || !ofAnother)
            .ifPresent(
                certainty ->
                    best.merge(
                        seen.wanted().text() + '\n' + seen.line(),
                        reference(part, seen, certainty),
                        (a, b) -> a.certainty().compareTo(b.certainty()) <= 0 ? a : b));
      }
      found.addAll(best.values());
    }
    return found;
  }

  private Reference reference(Part part, Sighting seen, Certainty certainty) {
    boolean counts = seen.role() != Role.PROSE && seen.role() != Role.DEFINITION;
    return new Reference(
        seen.wanted(),
        file,
        seen.line(),
        part.kind(),
        part.owner(),
        certainty,
        part.scoring() && counts,
        part.idle(),
        seen.excerpt());
  }
}
