package io.schemamemory.local.check.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A class of the bundle.
///
/// @param text without comments
/// @param named every class it names
/// @param settings the environment variables it reads
/// @param limits the times it keeps to
public record JavaSource(
    Path file, String text, Set<String> named, Set<String> settings, List<Limit> limits) {
  private static final Pattern COMMENT = Pattern.compile("(?m)(?s:/\\*.*?\\*/)|^\\s*//.*$");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
  private static final Pattern CLASS = Pattern.compile("\\b\\p{Upper}\\w*");
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

  static JavaSource read(Path file) {
    try {
      String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return new JavaSource(
          file,
          text,
          found(CLASS.matcher(TEXT.matcher(text).replaceAll("")), 0),
          found(SETTING.matcher(text), 1),
          LIMIT.matcher(text).results().map(JavaSource::limit).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  private static Set<String> found(Matcher matcher, int group) {
    return matcher
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Limit limit(MatchResult found) {
    long count = Long.parseLong(found.group(3).replace("_", ""));
    return new Limit(
        found.group(1),
        found.group(2).equals("Seconds") ? Duration.ofSeconds(count) : Duration.ofMillis(count));
  }
}
