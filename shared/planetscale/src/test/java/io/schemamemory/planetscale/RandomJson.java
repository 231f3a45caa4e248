package io.schemamemory.planetscale;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// JSON values of every type, with what is hard to read or to show.
final class RandomJson {
  private static final List<String> LETTERS =
      List.of(
          "a",
          "Z",
          "0",
          "-",
          " ",
          "{",
          "}",
          "{1}",
          "%s",
          "$1",
          "'",
          "\\\"",
          "\\\\",
          "\\n",
          "\\u001b[2J",
          "\\u009b",
          "\\u202e",
          "\\u2028",
          "\\ufeff",
          "é",
          "表",
          "😀",
          "جدول",
          "\\ud83d\\ude00",
          "<b>");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "87",
          "87.3",
          "1e400",
          "-1e400",
          "1e-999999999",
          "1e999999999",
          "1E99999999999",
          "9223372036854775808",
          "123456789012345678901234567890",
          "0.1234567890123456789",
          "-0.0");

  private static final List<String> ODD =
      List.of(
          "true",
          "[]",
          "{}",
          "[[[]]]",
          "[null]",
          "[{}]",
          "{\"id\":[]}",
          "{\"id\":\"boo\"}",
          "\"\"",
          "\" \"",
          "\"2026-13-45T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"2026-05-02\"");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  String any() {
    return switch (random.nextInt(5)) {
      case 0 -> number();
      case 1 -> text();
      case 2 -> time();
      case 3 -> "\"" + "long".repeat(random.nextInt(1, 2_000)) + "\"";
      default -> pick(ODD);
    };
  }

  /// Never blank, and short enough for a name.
  String text() {
    return random
        .ints(random.nextInt(12), 0, LETTERS.size())
        .mapToObj(LETTERS::get)
        .collect(Collectors.joining("", "\"x", "\""));
  }

  String number() {
    return pick(NUMBERS);
  }

  String whole() {
    return String.valueOf(random.nextBoolean() ? random.nextLong() : random.nextInt(1, 100));
  }

  String time() {
    return "\"" + Instant.ofEpochSecond(second(), random.nextInt(1000) * 1_000_000L) + "\"";
  }

  /// Since PlanetScale exists, and before it was received.
  long second() {
    return random.nextLong(Shape.EARLIEST.getEpochSecond(), Bodies.RECEIVED.getEpochSecond());
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
