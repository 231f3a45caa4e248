package io.schemamemory.roles;

/// What is wanted of the passwords of logins that exist.
public enum RotationMode {
  KEEP,
  /// The login that rests gets one; the one in use keeps its own.
  ROTATE,
  /// As above; where both enter already, the newer one gets another, and nobody may use it yet.
  ROTATE_AGAIN
}
