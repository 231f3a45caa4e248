package io.schemamemory.roles;

/// What to do with the passwords of existing logins.
public enum RotationMode {
  KEEP,
  /// The unused role gets a password; the one in use keeps its own.
  ROTATE,
  /// As above; where both can log in already, the newer one gets another password.
  ROTATE_AGAIN
}
