package io.schemamemory.settings;

import java.util.List;

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

  /// As above, with what is wrong; `why` must not repeat the value.
  static SettingException malformed(String name, String why, String form) {
    return new SettingException(name + " is malformed: " + why + ". Set it to " + form);
  }

  /// Says what is wrong with a value; `why` must not repeat it, because it may be a secret.
  public static SettingException refused(String name, String why) {
    return new SettingException(name + " is refused: " + why);
  }

  /// Exactly one of several must be set.
  public static SettingException notOne(List<String> names, List<String> set) {
    return new SettingException(
        "exactly one of "
            + String.join(", ", names)
            + " must be set: "
            + (set.isEmpty() ? "none is" : String.join(" and ", set) + " are"));
  }
}
