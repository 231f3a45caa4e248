package io.schemamemory.local.rehearsal.terminal;

/// Something did not go as the page says; the message says what.
public final class RehearsalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RehearsalException(String message) {
    super(message);
  }
}
