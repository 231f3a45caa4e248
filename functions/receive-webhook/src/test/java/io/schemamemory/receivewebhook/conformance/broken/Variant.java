package io.schemamemory.receivewebhook.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.receivewebhook.conformance.Gap;
import io.schemamemory.receivewebhook.conformance.Stage;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A receiver that is correct except for its subclass's mistake. It stores as the owner, because no
/// other login may do what these do.
abstract class Variant implements RequestStreamHandler, Closeable {
  private static final JsonMapper JSON = new JsonMapper();

  final SignatureVerifier verifier =
      new SignatureVerifier(
          new WebhookSecrets(
              Map.of(
                  WebhookSecrets.BARE,
                  new SourceSecrets(
                      List.of(WebhookSecret.of(Samples.SECRET)),
                      List.of(
                          new RetiredSecret(WebhookSecret.of(Stage.RETIRED), FixedTime.NOW))))));

  final Gap gap;
  private final Connection connection;

  Variant(Stage stage) {
    gap = stage.gap();
    try {
      connection = PooledConnection.connect(stage.database().pooled(Login.MIGRATOR));
      connection.setAutoCommit(false);
    } catch (SQLException failure) {
      throw new IllegalStateException("connecting through the pooler failed", failure);
    }
  }

  @Override
  public final void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    JsonNode read = JSON.readTree(event);
    String text = read.path("body").asText();
    byte[] body =
        read.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(UTF_8);
    String signature = read.path("headers").path("x-planetscale-signature").asText();
    try {
      run("set local role memory_owner");
      finish(receive(signature, body, context.getLogger()), answer);
    } catch (SQLException failure) {
      throw new IOException("not stored", failure);
    }
  }

  int receive(String signature, byte[] body, LambdaLogger logger) throws SQLException {
    if (!(verify(signature, body) instanceof Authentic(VerifiedPayload payload))) {
      logger.log("rejected");
      return 401;
    }
    store(payload);
    logger.log("received");
    return 202;
  }

  Verification verify(String signature, byte[] body) {
    return verifier.verify(WebhookSecrets.BARE, signature, body);
  }

  void store(VerifiedPayload payload) throws SQLException {
    run(
        "select memory.receive('default', ?, ?, null, ?)",
        payload.signature(),
        payload.fingerprint(),
        payload.bytes());
  }

  /// Inserts directly, without the database's `receive` function.
  ///
  /// @param known what its digest is made of
  final void insert(VerifiedPayload payload, byte[] known) throws SQLException {
    run(
        """
        with stored as (
          insert into memory.delivery (source_id, digest, signature, secret_fingerprint, received_at)
          select id, sha256(?), ?, ?, now() from memory.source where name = 'default'
          returning id, received_at
        ), kept as (
          insert into memory.delivery_body select id, received_at, ? from stored
        )
        insert into memory.pending (delivery_id, received_at) select id, received_at from stored
        """,
        known,
        payload.signature(),
        payload.fingerprint(),
        payload.bytes());
  }

  final boolean isThere(VerifiedPayload payload) throws SQLException {
    return run("select from memory.delivery where digest = sha256(?)", payload.bytes());
  }

  void finish(int status, OutputStream answer) throws IOException, SQLException {
    commit();
    answer(status, answer);
  }

  static void answer(int status, OutputStream answer) throws IOException {
    answer.write(("{\"statusCode\":" + status + "}").getBytes(UTF_8));
  }

  final void commit() throws SQLException {
    connection.commit();
  }

  /// Runs a statement, and says whether it found or changed anything.
  final boolean run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.execute() ? statement.getResultSet().next() : statement.getUpdateCount() > 0;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IOException("not closed", failure);
    }
  }
}
