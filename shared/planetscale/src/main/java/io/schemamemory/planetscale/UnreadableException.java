package io.schemamemory.planetscale;

import org.jspecify.annotations.Nullable;

/// A body cannot be read; never leaves this package.
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnreadableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /// A field's value, which must be there.
  static <T> T required(String field, @Nullable T value) throws UnreadableException {
    if (value == null) {
      throw new UnreadableException("the body has no " + field);
    }
    return value;
  }
}
