package io.schemamemory.roles;

/// What a run has done so far, in this order; it may be interrupted after any step.
public enum BootstrapStep {
  LINES_PREPARED,
  PREPARED,
  /// The server has the passwords.
  COMMITTED,
  LINES_IN_PLACE,
  /// The former roles can no longer log in.
  FORMER_DISABLED,
  /// Their sessions are terminated.
  SESSIONS_ENDED
}
