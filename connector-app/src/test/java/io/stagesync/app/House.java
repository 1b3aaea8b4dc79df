package io.stagesync.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole house as the rules see it: the compiled classes and the source folders. */
final class House {
  /** The five modules, lowest first. */
  static final List<String> MODULES =
      List.of(
          "mappings", "connector-core", "salesforce-adapter", "hubspot-adapter", "connector-app");

  /** The classes of all modules, tests left out. */
  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(withoutTests()).importPackages("io.stagesync");

  private House() {}

  private static ImportOption withoutTests() {
    return location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  /** The reactor's root: the first folder upward that has a {@code .mvn}. */
  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the tests run outside of the project");
      }
    }
    return folder;
  }

  /** The Java files under one of a module's source folders, {@code src/main/java} for example. */
  static List<Path> javaFiles(String sources) {
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve(sources))
        .filter(Files::isDirectory)
        .flatMap(folder -> walk(folder).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /** How many lines a file has. */
  static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
