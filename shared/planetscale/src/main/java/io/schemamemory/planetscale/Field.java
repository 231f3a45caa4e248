package io.schemamemory.planetscale;

import io.schemamemory.domain.event.PlainText;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads single fields: what must be there is there, and everything is of a size the memory keeps.
final class Field {
  /// PlanetScale did not exist before, and no clock of its is wrong by millennia.
  static final Instant EARLIEST = Instant.parse("2018-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /// Names and ids stand in keys and indexes; PlanetScale's own are a fraction of this.
  private static final int LONGEST_NAME = 255;

  private Field() {}

  static <T> T required(String field, @Nullable T value) throws UnreadableException {
    if (value == null) {
      throw new UnreadableException("the body has no " + field);
    }
    return value;
  }

  /// A name or id that must be there; PlanetScale sends empty text for what is not.
  static String name(String field, @Nullable String value) throws UnreadableException {
    return required(field, optionalName(field, value));
  }

  static @Nullable String optionalName(String field, @Nullable String value)
      throws UnreadableException {
    if (value != null && value.length() > LONGEST_NAME) {
      throw new UnreadableException(field + " is longer than " + LONGEST_NAME + " characters");
    }
    return text(value);
  }

  /// Text of any length; empty is absent.
  static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /// A person's name as it may meet a terminal.
  static @Nullable String plain(String field, @Nullable String value) throws UnreadableException {
    String name = optionalName(field, value);
    return name == null ? null : text(PlainText.of(name));
  }

  static @Nullable Instant time(String field, @Nullable Instant value) throws UnreadableException {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      throw new UnreadableException(field + " is not between 2018 and 2100");
    }
    return value;
  }

  static long wholeNumber(String field, @Nullable BigDecimal value) throws UnreadableException {
    try {
      return required(field, value).longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new UnreadableException(field + " is not a whole number in range");
    }
  }
}
