package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a field's value may be, and how it is read.
///
/// @param name the expected shape, for messages
/// @param read null for a value of another shape
public record Shape<T>(String name, Function<JsonNode, @Nullable T> read) {
  /// PlanetScale was founded in 2018, and its clock is not wrong by decades.
  static final Instant EARLIEST = Instant.parse("2018-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /// Names and ids are indexed; PlanetScale's own are a fraction of this.
  private static final int LONGEST_NAME = 255;

  /// Storage may be slightly over 100; a larger number is not a percentage.
  private static final double LARGEST_PERCENTAGE = 1000;

  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^\\s<>(,;:])[^\\s<>(),;:@]++@[^\\s<>(),;:]++");

  public static final Shape<String> NAME =
      new Shape<>("text of at most " + LONGEST_NAME + " bytes", Shape::name);

  public static final Shape<String> TEXT = new Shape<>("text", json -> text(json, PlainText::of));

  static final Shape<String> LINES = new Shape<>("text", json -> text(json, PlainText::lines));

  /// Free text by a person, without addresses: only the people's table may identify people, so that
  /// they can be forgotten.
  static final Shape<String> PROSE =
      new Shape<>("text", json -> text(json, Shape::withoutAddresses));

  public static final Shape<Instant> TIME =
      new Shape<>("a time between 2018 and 2100", Shape::time);

  public static final Shape<Long> WHOLE_NUMBER =
      new Shape<>("a whole number in range", Shape::wholeNumber);

  static final Shape<Double> PERCENTAGE = new Shape<>("a percentage", Shape::percentage);

  public static final Shape<Boolean> FLAG =
      new Shape<>("true or false", json -> json.isBoolean() ? json.getBooleanValue() : null);

  public static final Shape<JsonNode> OBJECT =
      new Shape<>("an object", json -> json.isObject() ? json : null);

  public static final Shape<List<JsonNode>> LIST = new Shape<>("a list", Shape::list);

  private static @Nullable String text(JsonNode json, Function<String, String> plain) {
    return json.isString() ? plain.apply(json.getStringValue()) : null;
  }

  private static String withoutAddresses(String text) {
    return ADDRESS.matcher(PlainText.of(text)).replaceAll("(an e-mail address)");
  }

  private static @Nullable String name(JsonNode json) {
    String name = text(json, PlainText::of);
    return name == null || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
        ? null
        : name;
  }

  private static @Nullable Instant time(JsonNode json) {
    try {
      Instant time =
          json.isString() ? OffsetDateTime.parse(json.getStringValue()).toInstant() : Instant.MIN;
      return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable Long wholeNumber(JsonNode json) {
    return switch (json.isNumber() ? json.getNumberValue() : null) {
      case Integer number -> number.longValue();
      case Long number -> number;
      case null, default -> null;
    };
  }

  private static @Nullable Double percentage(JsonNode json) {
    double percentage = json.isNumber() ? json.getDoubleValue() : -1;
    return percentage >= 0 && percentage <= LARGEST_PERCENTAGE ? percentage : null;
  }

  private static @Nullable List<JsonNode> list(JsonNode json) {
    return json.isArray()
        ? StreamSupport.stream(json.values().spliterator(), false).toList()
        : null;
  }
}
