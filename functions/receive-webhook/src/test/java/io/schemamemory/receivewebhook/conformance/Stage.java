package io.schemamemory.receivewebhook.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.receivewebhook.conformance.Line.Death;
import io.schemamemory.receivewebhook.conformance.Line.Died;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Receivers of one kind over an empty database, and a sender that posts to them.
public final class Stage implements Closeable {
  /// What PlanetScale signed with before the secret was rotated.
  public static final String RETIRED = "the secret before the last rotation";

  private static final JsonMapper JSON = new JsonMapper();

  private final MemoryDatabase database;
  private final Function<Stage, RequestStreamHandler> kind;
  private final Gap gap = new Gap();
  private final LambdaInvocation invocation = new LambdaInvocation();
  private final List<RequestStreamHandler> started = new ArrayList<>();

  Stage(MemoryDatabase database, Function<Stage, RequestStreamHandler> kind) {
    this.database = database;
    this.kind = kind;
    database.empty();
  }

  /// Where the receivers store.
  public MemoryDatabase database() {
    return database;
  }

  /// Where something may happen between a receiver's steps.
  public Gap gap() {
    return gap;
  }

  /// A new instance of the function, which knows nothing of those before.
  RequestStreamHandler coldStart() {
    RequestStreamHandler receiver = kind.apply(this);
    started.add(receiver);
    return receiver;
  }

  /// Posts a signed body and returns the status of the answer.
  int post(RequestStreamHandler receiver, byte[] body) {
    return post(receiver, body, Signatures.sign(Samples.SECRET, body), Death.NEVER);
  }

  int post(RequestStreamHandler receiver, byte[] body, String signature) {
    return post(receiver, body, signature, Death.NEVER);
  }

  int post(RequestStreamHandler receiver, byte[] body, Death death) {
    return post(receiver, body, Signatures.sign(Samples.SECRET, body), death);
  }

  private int post(RequestStreamHandler receiver, byte[] body, String signature, Death death) {
    Line line = new Line(death);
    try {
      try {
        receiver.handleRequest(new ByteArrayInputStream(event(body, signature)), line, invocation);
      } catch (Died died) {
        end(receiver);
      }
      return line.status();
    } catch (IOException | RuntimeException failed) {
      return Line.FAILED;
    }
  }

  long count(String table) {
    return database.rows("select from memory." + table).size();
  }

  void assertOneDelivery() {
    for (String table : List.of("delivery", "delivery_body", "pending")) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
  }

  /// Everything a receiver could have written.
  String rows() {
    return database
        .rows(
            """
            select
              array(select d.*::text from memory.delivery d order by 1) as delivery,
              array(select b.*::text from memory.delivery_body b order by 1) as delivery_body,
              array(select p.*::text from memory.pending p order by 1) as pending,
              array(select u.*::text from memory.secret_use u order by 1) as secret_use,
              array(select q.*::text from memory.quarantine q order by 1) as quarantine
            """)
        .toString();
  }

  /// All that any of the receivers logged.
  String log() {
    return invocation.log();
  }

  private static byte[] event(byte[] body, String signature) throws IOException {
    boolean text = Arrays.equals(new String(body, UTF_8).getBytes(UTF_8), body);
    ObjectNode event = JSON.createObjectNode();
    event.putObject("headers").put("x-planetscale-signature", signature);
    event.put("isBase64Encoded", !text);
    event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    return JSON.writeValueAsBytes(event);
  }

  /// Its connection ends with it, and what it had not committed is gone.
  private static void end(RequestStreamHandler receiver) throws IOException {
    if (receiver instanceof Closeable closeable) {
      closeable.close();
    }
  }

  @Override
  public void close() throws IOException {
    for (RequestStreamHandler receiver : started) {
      end(receiver);
    }
  }
}
