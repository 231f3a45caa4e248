package io.schemamemory.ddl.mysql;

import io.schemamemory.domain.ddl.Understanding.Reason;

/// Ends the reading of a statement from deep inside the grammar.
final class UnreadDdlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  UnreadDdlException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
