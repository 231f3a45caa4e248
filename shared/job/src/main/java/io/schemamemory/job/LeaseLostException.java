package io.schemamemory.job;

/// Somebody else is at it by now, and nothing more may be written.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException() {
    super("another run has taken over");
  }
}
