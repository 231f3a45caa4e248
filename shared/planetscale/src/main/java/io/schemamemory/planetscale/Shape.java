package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.Beginning;
import io.schemamemory.domain.event.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /// What identifies or classifies a thing, so that a part of it would be another.
  public static final Shape<String> NAME =
      new Shape<>("text of at most " + LONGEST_NAME + " bytes", Shape::name);

  /// What a thing or a person is called, or its beginning.
  public static final Shape<String> LABEL = new Shape<>("text", json -> text(json, Shape::label));

  public static final Shape<String> TEXT = new Shape<>("text", json -> text(json, PlainText::of));

  /// A text of several lines, such as a statement; of a list, one text after the other.
  static final Shape<String> LINES = new Shape<>("text", Shape::lines);

  /// What may be one text or several, such as errors.
  static final Shape<List<String>> TEXTS = new Shape<>("text or a list of texts", Shape::texts);

  /// The same with the keyspaces that objects name.
  static final Shape<List<DeployErrors.Reason>> REASONS =
      new Shape<>("text or a list of texts", DeployErrors::reasons);

  /// Free text by a person, which the facts mask.
  static final Shape<String> PROSE = new Shape<>("text", json -> joined(json, "; ", PlainText::of));

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

  private static @Nullable String lines(JsonNode json) {
    return joined(json, ";\n", PlainText::lines);
  }

  private static @Nullable String joined(
      JsonNode json, String separator, Function<String, String> plain) {
    List<String> texts = Texts.of(json);
    return texts == null ? null : texts.stream().map(plain).collect(Collectors.joining(separator));
  }

  private static @Nullable List<String> texts(JsonNode json) {
    List<String> texts = Texts.of(json);
    return texts == null ? null : texts.stream().map(PlainText::of).toList();
  }

  private static String label(String text) {
    return Beginning.ofBytes(PlainText.of(text), LONGEST_NAME);
  }

  private static @Nullable String name(JsonNode json) {
    String name = text(json, PlainText::of);
    return name == null
            || UnreadableCharacters.wereIn(name)
            || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
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
