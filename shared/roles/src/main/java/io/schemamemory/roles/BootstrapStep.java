package io.schemamemory.roles;

/// What a run has done for good, in this order; between any two it may be interrupted.
public enum BootstrapStep {
  LINES_PREPARED,
  PREPARED,
  /// The server has the passwords.
  COMMITTED,
  LINES_IN_PLACE,
  /// The server lets the former logins in no more.
  SHUT,
  /// Their sessions are over.
  ENDED
}
