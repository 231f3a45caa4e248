package io.schemamemory.data.connection;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.settings.MalformedValueException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/// Finds what is wrong with the parameters of a database URL, and reads libpq's names of some,
/// which PlanetScale's connection strings have. Repeats no value: it may be a password's end.
final class UrlParameters {
  private static final String SESSION = "target_session_attrs";

  private static final Map<String, String> LIBPQ =
      Map.of(
          "sslnegotiation",
          "sslNegotiation",
          "channel_binding",
          "channelBinding",
          "connect_timeout",
          "connectTimeout",
          "application_name",
          "ApplicationName",
          "gssencmode",
          "gssEncMode",
          SESSION,
          "targetServerType");

  /// What libpq's `target_session_attrs` may be, in the driver's words.
  private static final Map<String, String> SESSIONS =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  /// `sslmode` is [Tls]'s, and `requireAuth` a list.
  private static final Set<String> CHECKED_ELSEWHERE = Set.of("sslmode", "requireAuth");

  private static final String UNSAFE = "which is unsafe through a pooler";
  private static final String UNACCEPTED = "which no pooler accepts";

  private static final Map<String, String> REFUSED =
      Map.of(
          "prepareThreshold", UNSAFE,
          "preferQueryMode", UNSAFE,
          "logServerErrorDetail", "which would bring values of rows into the log",
          "options", UNACCEPTED,
          "currentSchema", UNACCEPTED,
          "service", "which reads another file");

  private static final Set<String> KNOWN = known();

  private UrlParameters() {}

  private static Set<String> known() {
    Set<String> known =
        Arrays.stream(PGProperty.values())
            .map(PGProperty::getName)
            .filter(name -> !name.startsWith("PG"))
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(LIBPQ.keySet());
    return known;
  }

  /// @throws MalformedValueException saying what is wrong
  static void check(String url) {
    int question = url.indexOf('?');
    Set<String> seen = new HashSet<>();
    if (question >= 0) {
      List<String> parts = List.of(url.substring(question + 1).split("&", -1));
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).isEmpty()) {
          check(parts.get(i), i + 1, seen);
        }
      }
    }
    for (String needed : List.of("user", "password")) {
      if (!seen.contains(needed)) {
        throw wrong("it has no parameter " + needed);
      }
    }
  }

  private static void check(String part, int number, Set<String> seen) {
    String name = part.split("=", 2)[0];
    if (!KNOWN.contains(name)) {
      throw unknown(part, name, number);
    }
    if (!seen.add(name)) {
      throw wrong("it has the parameter " + name + " twice");
    }
    if (REFUSED.containsKey(name)) {
      throw wrong("it sets " + name + ", " + REFUSED.get(name) + ": remove it");
    }
    checkValue(name, part.substring(Math.min(part.length(), name.length() + 1)));
  }

  private static MalformedValueException unknown(String part, String name, int number) {
    for (String known : KNOWN) {
      if (known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return wrong("its parameter " + known + " is written so, in these letters");
      }
    }
    return wrong(
        "its parameter number %d %s: a & in a user or password is written %%26"
            .formatted(number, part.contains("=") ? "is none the driver knows" : "has no ="));
  }

  private static void checkValue(String name, String value) {
    String decoded = PercentEncoding.decode(value);
    if (decoded == null) {
      throw wrong("a %% in the parameter %s is written %%25".formatted(name));
    }
    if (decoded.isEmpty() && (name.equals("user") || name.equals("password"))) {
      throw wrong("its parameter " + name + " is empty");
    }
    if (decoded.indexOf('\uFFFD') >= 0) {
      throw wrong("the parameter " + name + " is percent-encoded, but not as UTF-8");
    }
    StrayCharacter.in(decoded)
        .filter(stray -> Character.isISOControl(stray.codePoint()))
        .ifPresent(
            stray -> {
              throw wrong(
                  "the parameter %s ends with, or has in it, U+%04X, which nobody sees"
                      .formatted(name, stray.codePoint()));
            });
    checkKind(name, decoded);
  }

  /// The driver passes over a wrong value, or tells it as a server that cannot be reached.
  private static void checkKind(String name, String value) {
    if (name.equals(SESSION)) {
      requireOneOf(name, value, new TreeSet<>(SESSIONS.keySet()));
      return;
    }
    PGProperty property = PGProperty.forName(LIBPQ.getOrDefault(name, name));
    if (property == null || CHECKED_ELSEWHERE.contains(name)) {
      return;
    }
    String[] choices = property.getChoices();
    String usual = property.getDefaultValue();
    if (choices != null) {
      requireOneOf(name, value, List.of(choices));
    } else if (usual != null
        && NUMBER.matcher(usual).matches()
        && !NUMBER.matcher(value).matches()) {
      throw wrong("its parameter " + name + " is no number");
    }
  }

  private static void requireOneOf(String name, String value, Collection<String> choices) {
    if (choices.stream().noneMatch(value::equalsIgnoreCase)) {
      throw wrong(
          "its parameter %s has a value that there is not: it is one of %s"
              .formatted(name, String.join(", ", choices)));
    }
  }

  /// Gives parameters the driver's names for them.
  static void rename(Properties properties) {
    LIBPQ.forEach(
        (libpq, driver) -> {
          Object value = properties.remove(libpq);
          if (value != null) {
            properties.putIfAbsent(driver, libpq.equals(SESSION) ? session(value) : value);
          }
        });
  }

  private static String session(Object attribute) {
    return SESSIONS.getOrDefault(attribute.toString().toLowerCase(Locale.ROOT), "any");
  }

  private static MalformedValueException wrong(String why) {
    return new MalformedValueException(why);
  }
}
