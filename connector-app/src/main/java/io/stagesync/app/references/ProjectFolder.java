package io.stagesync.app.references;

import io.stagesync.app.references.References.Skipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/**
 * Searches the folder of an exported Salesforce project, in source or in metadata format. Links are
 * not followed, and no file counts that is large or no text: what is exported may come from
 * anywhere.
 */
public final class ProjectFolder {
  private static final long LARGEST = 10L * 1024 * 1024;
  private static final int MOST_FOUND = 50_000;
  private static final int MOST_SKIPPED = 1_000;
  private static final Set<String> NOT_THE_PROJECT =
      Set.of(".git", ".sf", ".sfdx", "node_modules", ".idea", ".vscode");

  private final Path root;
  private final List<Wanted> wanted;
  private final WordIndex words;
  private final TreeSet<Reference> found = new TreeSet<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private long files;
  private boolean cutOff;

  private ProjectFolder(Path root, List<Wanted> wanted) {
    this.root = root;
    this.wanted = wanted;
    this.words = new WordIndex(wanted);
  }

  /**
   * Searches for words.
   *
   * @param folder the project's folder
   * @throws IOException when the folder cannot be read; a file that cannot be is skipped
   */
  public static References search(Path folder, List<Wanted> wanted) throws IOException {
    var search = new ProjectFolder(folder.toRealPath(), wanted);
    Files.walkFileTree(search.root, search.visitor());
    return new References(
        wanted, List.copyOf(search.found), search.files, search.skipped, search.cutOff);
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean other =
            !folder.equals(root) && NOT_THE_PROJECT.contains(String.valueOf(folder.getFileName()));
        return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        visit(file, attributes);
        return full() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        skip(file, "cannot be read");
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void visit(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      skip(file, "is a link");
    } else if (!attributes.isRegularFile()) {
      skip(file, "is no file");
    } else if (attributes.size() > LARGEST) {
      skip(file, "is larger than 10 MiB");
    } else {
      read(file);
    }
  }

  private void read(Path file) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes((int) LARGEST + 1);
      if (bytes.length > LARGEST) {
        skip(file, "is larger than 10 MiB");
      } else if (binary(bytes)) {
        skip(file, "is no text");
      } else {
        scan(file, bytes);
      }
    } catch (IOException e) {
      skip(file, "cannot be read");
    }
  }

  private static boolean binary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private void scan(Path file, byte[] bytes) {
    var name = relative(file);
    var scanned = new ScannedFile(name);
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.matches("(?s)\\uFEFF?\\s*<\\?xml.*") || name.endsWith("-meta.xml")) {
      try {
        XmlFile.scan(new ByteArrayInputStream(bytes), words, scanned);
      } catch (XMLStreamException e) {
        skip(file, "is no metadata that can be read: " + why(e));
        return;
      }
    } else {
      CodeFile.scan(text, Kind.ofCode(name.toLowerCase(Locale.ROOT)), words, scanned);
    }
    files++;
    cutOff |= scanned.cutOff();
    for (var reference : scanned.references()) {
      if (full()) {
        cutOff = true;
        return;
      }
      found.add(reference);
    }
  }

  private boolean full() {
    return found.size() >= MOST_FOUND;
  }

  private static String why(XMLStreamException e) {
    var at = e.getLocation();
    return at == null ? String.valueOf(e.getMessage()) : "line " + at.getLineNumber();
  }

  private void skip(Path file, String why) {
    if (skipped.size() < MOST_SKIPPED) {
      skipped.add(new Skipped(relative(file), why));
    }
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
