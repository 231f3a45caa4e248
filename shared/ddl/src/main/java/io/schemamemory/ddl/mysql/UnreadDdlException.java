package io.schemamemory.ddl.mysql;

import io.schemamemory.domain.ddl.Understanding.Reason;

/// Stops reading a statement, for a reason found deep inside the lexer or parser.
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
