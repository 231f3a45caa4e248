package io.schemamemory.ddl.mysql;

import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.Understanding.Reason;

/// The steps that parsing one text may take.
final class Effort {
  /// Half a second. The first statement of its kind takes up to 80,000, a table of 8192
  /// partitions 230,000.
  private static final int MOST_STEPS = 500_000;

  /// What one piece of a text may take of it, so that the others are read, too.
  private static final int PIECE_STEPS = 100_000;

  private int left = MOST_STEPS;
  private int leftForPiece = MOST_STEPS;

  /// Begins another piece of the text.
  void nextPiece() {
    leftForPiece = Math.min(left, PIECE_STEPS);
  }

  void spend(int steps) {
    left = Math.max(0, left - steps);
    leftForPiece -= steps;
    if (leftForPiece < 0) {
      leftForPiece = 0;
      throw new UnreadDdlException(Reason.TOO_INVOLVED);
    }
  }
}
