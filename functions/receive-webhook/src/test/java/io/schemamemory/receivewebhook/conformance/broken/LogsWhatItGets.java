package io.schemamemory.receivewebhook.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;

/// Logs what it gets, to make mistakes easier to find.
public final class LogsWhatItGets extends Variant {
  public LogsWhatItGets(Stage stage) {
    super(stage);
  }

  @Override
  int receive(String signature, byte[] body, LambdaLogger logger) throws SQLException {
    logger.log("webhook " + new String(body, UTF_8));
    return super.receive(signature, body, logger);
  }
}
