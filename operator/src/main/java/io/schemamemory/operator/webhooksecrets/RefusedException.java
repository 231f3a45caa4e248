package io.schemamemory.operator.webhooksecrets;

/// A command is refused; the message says why and what to do, and holds no secret.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
