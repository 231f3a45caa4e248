package io.schemamemory.verification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout this runs in: its modules' classes and its files.
final class Project {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Project() {}

  /// Everything that is not a test; fails if a module has not been compiled.
  static JavaClasses classes() {
    return new ClassFileImporter()
        .importPaths(modules().map(module -> module.resolve("target/classes")).toList());
  }

  private static Stream<Path> modules() {
    return sources("pom.xml")
        .map(Path::getParent)
        .filter(module -> Files.isDirectory(module.resolve("src/main/java")));
  }

  /// Every file of the checkout with this ending that was written by hand.
  static Stream<Path> sources(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(ending))
              .filter(
                  file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
              .toList();
      return found.stream();
    } catch (IOException failure) {
      throw new UncheckedIOException("the checkout cannot be read", failure);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}
