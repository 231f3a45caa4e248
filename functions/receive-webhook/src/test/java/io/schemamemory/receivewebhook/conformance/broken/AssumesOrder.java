package io.schemamemory.receivewebhook.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Drops events older than the newest one it has seen, as if they came too late.
public final class AssumesOrder extends Variant {
  private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":(\\d{1,18})");

  private long latest;

  public AssumesOrder(Stage stage) {
    super(stage);
  }

  @Override
  void store(VerifiedPayload payload) throws SQLException {
    Matcher sent = TIMESTAMP.matcher(new String(payload.bytes(), UTF_8));
    long second = sent.find() ? Long.parseLong(sent.group(1)) : latest;
    if (second >= latest) {
      latest = second;
      super.store(payload);
    }
  }
}
