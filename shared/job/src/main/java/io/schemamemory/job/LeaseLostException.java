package io.schemamemory.job;

/// Another run holds the lease by now, so this one may write nothing more.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException() {
    super("another run has taken over");
  }
}
