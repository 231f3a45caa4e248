package io.schemamemory.ddl.mysql.token;

import io.schemamemory.domain.ddl.Understanding.Reason;

/// Stops reading a statement, for a reason found deep inside the lexer or parser.
public final class UnreadDdlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  public UnreadDdlException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
