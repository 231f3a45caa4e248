package io.schemamemory.ddl.mysql;

import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.Understanding.Reason;

/// The steps that parsing one text may take.
final class Effort {
  /// Half a second. The first statement of its kind takes up to 80,000, a table of 8192
  /// partitions 230,000.
  private static final int MOST_STEPS = 500_000;

  private int left = MOST_STEPS;

  void spend(int steps) {
    left -= steps;
    if (left < 0) {
      left = 0;
      throw new UnreadDdlException(Reason.TOO_INVOLVED);
    }
  }
}
