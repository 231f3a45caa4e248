package io.schemamemory.secrets;

/// A secret was not read; the message says why and what to do, and holds no secret.
public final class SecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean missing;

  private SecretException(String why, boolean missing) {
    super(why);
    this.missing = missing;
  }

  /// Secrets Manager has no secret of that name.
  public static SecretException missing(String why) {
    return new SecretException(why, true);
  }

  /// There is one, as far as is known, but it was not read.
  public static SecretException unreadable(String why) {
    return new SecretException(why, false);
  }

  /// Whether Secrets Manager says that there is no such secret.
  public boolean isMissing() {
    return missing;
  }
}
