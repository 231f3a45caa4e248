package io.schemamemory.secrets;

/// A secret was not read; the message says why and what to do, and holds no secret.
public final class SecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private enum Reason {
    MISSING,
    REFUSED,
    UNREADABLE
  }

  private SecretException(String why, Reason reason) {
    super(why);
    this.reason = reason;
  }

  /// Secrets Manager has no secret of that name.
  public static SecretException missing(String why) {
    return new SecretException(why, Reason.MISSING);
  }

  /// The function's role may not read it.
  public static SecretException refused(String why) {
    return new SecretException(why, Reason.REFUSED);
  }

  /// There is one, as far as is known, but it was not read.
  public static SecretException unreadable(String why) {
    return new SecretException(why, Reason.UNREADABLE);
  }

  /// Whether Secrets Manager says that there is no such secret.
  public boolean isMissing() {
    return reason == Reason.MISSING;
  }

  /// Whether AWS says that the role may not read it; of a role made seconds ago it may say so, too.
  public boolean isRefused() {
    return reason == Reason.REFUSED;
  }
}
