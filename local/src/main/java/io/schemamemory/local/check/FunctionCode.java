package io.schemamemory.local.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All classes of one function, and what they say about its settings, its calls and its time.
///
/// @param module the function's folder
/// @param classes by simple name
record FunctionCode(Path module, Map<String, BundleCode.Source> classes) {
  private static final Pattern SETTING =
      Pattern.compile(
          "(?:\\bString \\w+\\s*=|\\b(?:required|optional|isSet)\\(|\\benvironment,)\\s*"
              + "\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern LIMIT =
      Pattern.compile(
          "static final Duration (\\w*RESERVE|LATEST)\\s*=\\s*Duration\\.of(Seconds|Millis)\\(([\\d_]+)\\)");

  /// A time that the code keeps to: how long it leaves before its end, or until when it works.
  record Limit(String name, Duration time) {
    /// Without it, it is the time by which all is done.
    boolean isReserve() {
      return name.endsWith("RESERVE");
    }
  }

  Optional<BundleCode.Source> handler(String className) {
    Path file = module.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
    return classes.values().stream().filter(source -> source.file().equals(file)).findFirst();
  }

  boolean isKnown() {
    return !classes.isEmpty();
  }

  /// The environment variables it reads.
  Set<String> settings() {
    Set<String> names = new TreeSet<>();
    texts()
        .forEach(
            text -> SETTING.matcher(text).results().forEach(found -> names.add(found.group(1))));
    return names;
  }

  List<Limit> limits() {
    return texts().flatMap(FunctionCode::limits).toList();
  }

  boolean names(String className) {
    return classes.values().stream().anyMatch(source -> source.named().contains(className));
  }

  boolean hasText(String literal) {
    return texts().anyMatch(text -> text.contains('"' + literal + '"'));
  }

  private Stream<String> texts() {
    return classes.values().stream().map(BundleCode.Source::text);
  }

  private static Stream<Limit> limits(String text) {
    return LIMIT
        .matcher(text)
        .results()
        .map(
            found -> {
              long count = Long.parseLong(found.group(3).replace("_", ""));
              return new Limit(
                  found.group(1),
                  found.group(2).equals("Seconds")
                      ? Duration.ofSeconds(count)
                      : Duration.ofMillis(count));
            });
  }
}
