package io.schemamemory.local.check.code;

import java.nio.file.Path;
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
public record FunctionCode(Path module, Map<String, JavaSource> classes) {
  public Optional<JavaSource> handler(String className) {
    Path file = module.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
    return classes.values().stream().filter(source -> source.file().equals(file)).findFirst();
  }

  public boolean isKnown() {
    return !classes.isEmpty();
  }

  /// The environment variables it reads.
  public Set<String> settings() {
    Set<String> names = new TreeSet<>();
    classes.values().forEach(source -> names.addAll(source.settings()));
    return names;
  }

  public List<JavaSource.Limit> limits() {
    return classes.values().stream().flatMap(source -> source.limits().stream()).toList();
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
    return classes.values().stream().map(JavaSource::text);
  }
}
