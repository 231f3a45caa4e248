package io.schemamemory.sealing.keys;

/// Keys are out of reach or unfit; the message says what to do, and tells no key and no value.
public final class SealingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Without a cause, where the cause might repeat what must not be told.
  public SealingException(String message) {
    super(message);
  }

  /// With the cause.
  public SealingException(String message, Throwable cause) {
    super(message, cause);
  }
}
