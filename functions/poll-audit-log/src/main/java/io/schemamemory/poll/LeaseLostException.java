package io.schemamemory.poll;

/// Somebody else is at it by now, and nothing more may be written.
final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException() {
    super("another run has taken over");
  }
}
