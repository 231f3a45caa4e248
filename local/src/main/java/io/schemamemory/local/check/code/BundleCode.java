package io.schemamemory.local.check.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The bundle's classes, each with its source: no two of them have one simple name.
///
/// @param root the checkout
/// @param sources without comments, by the class's simple name
public record BundleCode(Path root, Map<String, JavaSource> sources) {
  public static BundleCode of(Path root) {
    Map<String, JavaSource> sources = new TreeMap<>();
    for (String part : List.of("functions", "shared", "migrations")) {
      files(root.resolve(part))
          .forEach(file -> sources.put(className(file), JavaSource.read(file)));
    }
    return new BundleCode(root, sources);
  }

  /// What a function is made of: its own classes, and all that these lead to.
  public FunctionCode of(String folder) {
    Path module = root.resolve("functions").resolve(folder);
    Map<String, JavaSource> reached = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>();
    sources.forEach(
        (name, source) -> {
          if (source.file().startsWith(module)) {
            next.add(name);
          }
        });
    while (!next.isEmpty()) {
      String name = next.remove();
      JavaSource source = sources.get(name);
      if (source != null && reached.putIfAbsent(name, source) == null) {
        next.addAll(source.named());
      }
    }
    return new FunctionCode(module, reached);
  }

  private static List<Path> files(Path part) {
    try (Stream<Path> files = Files.walk(part)) {
      return files.filter(BundleCode::isMain).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(part + " cannot be read", unreadable);
    }
  }

  private static boolean isMain(Path file) {
    String name = file.toString().replace('\\', '/');
    return name.contains("/src/main/java/")
        && name.endsWith(".java")
        && !name.endsWith("-info.java");
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
