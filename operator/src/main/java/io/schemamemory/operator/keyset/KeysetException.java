package io.schemamemory.operator.keyset;

/// A keyset file cannot be used; the message says what to do.
final class KeysetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysetException(String message) {
    super(message);
  }

  KeysetException(String message, Throwable cause) {
    super(message, cause);
  }
}
