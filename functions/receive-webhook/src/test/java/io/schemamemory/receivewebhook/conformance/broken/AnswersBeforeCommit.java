package io.schemamemory.receivewebhook.conformance.broken;

import io.schemamemory.receivewebhook.conformance.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/// Answers before it commits, to be fast.
public final class AnswersBeforeCommit extends Variant {
  public AnswersBeforeCommit(Stage stage) {
    super(stage);
  }

  @Override
  void finish(int status, OutputStream answer) throws IOException, SQLException {
    answer(status, answer);
    commit();
  }
}
