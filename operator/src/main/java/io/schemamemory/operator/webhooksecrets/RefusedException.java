package io.schemamemory.operator.webhooksecrets;

/// What was asked for is not done; the message says why and what to do, and tells no secret.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
