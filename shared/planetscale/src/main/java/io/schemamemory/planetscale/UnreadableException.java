package io.schemamemory.planetscale;

/// A body cannot be read; callers in this module turn it into a result.
public class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public UnreadableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
