package io.schemamemory.settings;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The environment variables a function starts with.
public record Environment(Map<String, String> variables) {
  /// The expected value of a flag, for messages.
  public static final String FLAG = "true or false";

  /// The variables of this process.
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /// Whether a variable is set and not blank.
  public boolean isSet(String name) {
    @Nullable String value = variables.get(name);
    return value != null && !value.isBlank();
  }

  /// Whether Lambda takes a SnapStart snapshot of this process after its init phase.
  public boolean isSnapStart() {
    return "snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  /// Reads a required variable.
  ///
  /// @param form the expected form, for the message
  /// @param parser throws [IllegalArgumentException] when the value is malformed; the message of a
  ///     [MalformedValueException] is passed on
  /// @throws SettingException if the variable is missing, blank or malformed
  public <T> T required(String name, String form, Function<String, T> parser) {
    @Nullable String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw SettingException.missing(name, form);
    }
    UnseenCharacter unseen = UnseenCharacter.in(value).orElse(null);
    if (unseen != null) {
      throw SettingException.malformed(name, "its " + unseen, form);
    }
    return parse(name, form, parser, value);
  }

  /// Reads an optional variable; a malformed value is still an error.
  public <T> T optional(String name, String form, Function<String, T> parser, T otherwise) {
    return isSet(name) ? required(name, form, parser) : otherwise;
  }

  /// Reads a flag's value, for [#optional].
  public static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(FLAG);
    };
  }

  /// A value without white space and control characters, for [#required]: it can end no line of a
  /// request.
  public static String plain(String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("not plain");
    }
    return value;
  }

  private static <T> T parse(String name, String form, Function<String, T> parser, String value) {
    try {
      return parser.apply(value);
    } catch (MalformedValueException explained) {
      throw SettingException.malformed(name, String.valueOf(explained.getMessage()), form);
    } catch (IllegalArgumentException malformed) {
      // Without the cause: its message may repeat the value, and the value may be a secret.
      throw UnseenCharacter.atAnEndOf(value)
          .filter(_ -> isParsed(parser, value.strip()))
          .map(end -> SettingException.malformed(name, "its " + end, form))
          .orElseGet(() -> SettingException.malformed(name, form));
    }
  }

  private static boolean isParsed(Function<String, ?> parser, String value) {
    try {
      var _ = parser.apply(value);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
