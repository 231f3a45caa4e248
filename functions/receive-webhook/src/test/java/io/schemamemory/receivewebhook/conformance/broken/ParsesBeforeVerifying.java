package io.schemamemory.receivewebhook.conformance.broken;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.io.IOException;
import java.sql.SQLException;

/// Reads the body before it knows who sent it.
public final class ParsesBeforeVerifying extends Variant {
  private static final JsonMapper JSON = new JsonMapper();

  public ParsesBeforeVerifying(Stage stage) {
    super(stage);
  }

  @Override
  int receive(String signature, byte[] body, LambdaLogger logger) throws SQLException {
    try {
      if (!JSON.readTree(body).isObject()) {
        return 400;
      }
    } catch (IOException malformed) {
      return 400;
    }
    return super.receive(signature, body, logger);
  }
}
