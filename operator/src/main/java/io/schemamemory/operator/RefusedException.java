package io.schemamemory.operator;

/// A command is refused; the message says why and what to do, and holds no secret.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
