package io.schemamemory.lambda;

/// A setting is missing or malformed; the message names it and says what is expected.
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SettingException(String message) {
    super(message);
  }

  static SettingException missing(String name, String form) {
    return new SettingException(name + " is missing: set it to " + form);
  }

  static SettingException malformed(String name, String form) {
    return new SettingException(name + " is malformed: set it to " + form);
  }
}
