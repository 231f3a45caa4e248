package io.schemamemory.local.check.code;

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
public record FunctionCode(Path module, Map<String, BundleCode.Source> classes) {
  private static final Pattern SETTING =
      Pattern.compile(
          "(?:\\bString \\w+\\s*=|\\b(?:required|optional|isSet)\\(|\\benvironment,)\\s*"
              + "\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern LIMIT =
      Pattern.compile(
          "static final Duration (\\w*RESERVE|LATEST)\\s*=\\s*Duration\\.of(Seconds|Millis)\\(([\\d_]+)\\)");

  /// A time that the code keeps to: how long it leaves before its end, or until when it works.
  public record Limit(String name, Duration time) {
    /// Without it, it is the time by which all is done.
    public boolean isReserve() {
      return name.endsWith("RESERVE");
    }
  }

  public Optional<BundleCode.Source> handler(String className) {
    Path file = module.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
    return classes.values().stream().filter(source -> source.file().equals(file)).findFirst();
  }

  public boolean isKnown() {
    return !classes.isEmpty();
  }

  /// The environment variables it reads.
  public Set<String> settings() {
    Set<String> names = new TreeSet<>();
    texts()
        .forEach(
            text -> SETTING.matcher(text).results().forEach(found -> names.add(found.group(1))));
    return names;
  }

  public List<Limit> limits() {
    return texts().flatMap(FunctionCode::limits).toList();
  }

  public boolean names(String className) {
    return classes.values().stream().anyMatch(source -> source.named().contains(className));
  }

  public boolean hasText(String literal) {
    return texts().anyMatch(text -> text.contains('"' + literal + '"'));
  }

  /// Whether a word stands anywhere in it.
  public boolean mentions(String word) {
    Pattern alone = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
    return texts().anyMatch(text -> alone.matcher(text).find());
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
