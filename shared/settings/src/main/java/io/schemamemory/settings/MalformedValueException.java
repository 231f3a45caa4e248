package io.schemamemory.settings;

/// A value is malformed; the message says which part of it and why, and repeats no secret.
public final class MalformedValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedValueException(String why) {
    super(why);
  }
}
