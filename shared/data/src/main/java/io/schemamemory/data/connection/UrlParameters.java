package io.schemamemory.data.connection;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.settings.MalformedValueException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/// Finds what is wrong with the parameters of a database URL, and reads libpq's names of some,
/// which PlanetScale's connection strings have. Repeats no value: it may be a password's end.
final class UrlParameters {
  private static final Map<String, String> LIBPQ =
      Map.of(
          "sslnegotiation", "sslNegotiation",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "gssencmode", "gssEncMode",
          "target_session_attrs", "targetServerType");

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
  }

  /// Gives parameters the driver's names for them.
  static void rename(Properties properties) {
    LIBPQ.forEach(
        (libpq, driver) -> {
          Object value = properties.remove(libpq);
          if (value != null) {
            properties.putIfAbsent(driver, value);
          }
        });
  }

  private static MalformedValueException wrong(String why) {
    return new MalformedValueException(why);
  }
}
