package io.schemamemory.verification;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Java file and where it stands.
///
/// @param module the module's folder, such as `shared/data`
/// @param kind `main` or `test`
/// @param typeName the file's name without `.java`
record SourceFile(Path file, String module, String kind, String packageName, String typeName) {
  private static final Pattern PLACE =
      Pattern.compile("(.+)/src/(main|test)/java/(.+)/([^/]+)\\.java");

  static List<SourceFile> all() {
    return Project.sources(".java").flatMap(file -> parse(file).stream()).toList();
  }

  private static Optional<SourceFile> parse(Path file) {
    Matcher place = PLACE.matcher(Project.ROOT.relativize(file).toString());
    return place.matches()
        ? Optional.of(
            new SourceFile(
                file,
                place.group(1),
                place.group(2),
                place.group(3).replace('/', '.'),
                place.group(4)))
        : Optional.empty();
  }

  boolean isMain() {
    return kind.equals("main");
  }

  boolean isType() {
    return !typeName.equals("package-info");
  }
}
