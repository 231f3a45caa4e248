package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A function's code: the folder its process runs in, and its class path.
public record Code(Path taskRoot, List<Path> classPath) {

  public Code {
    classPath = List.copyOf(classPath);
  }

  /// The output of a function's build: a jar and its libraries, laid out as in Lambda.
  public static Code built(Path projectRoot, Function function) {
    return in(
        absolute(projectRoot)
            .resolve("functions")
            .resolve(function.name())
            .resolve("target/lambda"));
  }

  /// Another folder with the same layout.
  public static Code in(Path taskRoot) {
    return new Code(taskRoot, jars(taskRoot.resolve("lib")));
  }

  /// Absolute, because the process has another working directory.
  static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// Sorted, because Lambda's order does not depend on the file system either.
  static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(folder + " is missing: build it with mvn package");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
