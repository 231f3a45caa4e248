package io.schemamemory.local.rehearsal;

/// Something did not go as the page says; the message says what.
final class RehearsalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RehearsalException(String message) {
    super(message);
  }
}
