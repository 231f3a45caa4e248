package io.schemamemory.sealing.keys;

/// Keys are unreachable or unusable; the message says what to do and contains no key and no value.
public final class SealingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Without a cause, for when the cause may repeat a key or a value.
  public SealingException(String message) {
    super(message);
  }

  /// With the cause.
  public SealingException(String message, Throwable cause) {
    super(message, cause);
  }
}
