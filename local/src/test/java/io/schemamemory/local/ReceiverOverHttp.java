package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.RawHttp.Saying;
import io.schemamemory.roles.Login;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The served bundle, with a client that sends raw bytes.
abstract class ReceiverOverHttp {
  static final byte[] BODY = Samples.payload("branch.ready");
  static final String RIGHT = Signatures.sign(Samples.SECRET, BODY);
  static final String SIGNED = Signatures.HEADER + ": " + RIGHT;
  static final String LENGTH = "Content-Length: " + BODY.length;

  private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

  @TempDir private static Path home;
  private static Closing closing = new Closing();
  private static LocalRun run;

  @BeforeAll
  static void start() {
    closing = new Closing();
    LocalSettings settings =
        LocalSettings.of(
            new Environment(Map.of("PORT", "0", "PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET)));
    run = LocalRun.start(settings, Samples.root(), home, closing, AllLines.to(LOG::add));
  }

  @AfterAll
  static void stop() {
    closing.close();
    assertThat(LOG).noneMatch(line -> line.contains("ReceiveWebhook failed"));
    assertThat(String.join("\n", LOG)).doesNotContain(Samples.SECRET, RIGHT, "Jane Doe");
  }

  static RawHttp http() {
    return RawHttp.to(run.uri());
  }

  static Saying signed(String type, byte[] body) {
    String signature = Signatures.HEADER + ": " + Signatures.sign(Samples.SECRET, body);
    String length = "Content-Length: " + body.length;
    return request(signature + "\r\nContent-Type: " + type + "\r\n" + length, body);
  }

  static int status(Saying saying) throws IOException {
    return http().status(saying);
  }

  static Saying request(String headers, byte[] body) {
    return line -> {
      line.write(head(headers));
      line.write(body);
    };
  }

  static byte[] head(String headers) {
    return ("POST /api/planetscale/webhooks HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
            + headers
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  static List<ByteBuffer> stored() {
    return Rows.of(
            run.database().credentials().url(Login.MIGRATOR).orElseThrow(),
            "set role memory_owner",
            "select body from memory.delivery_body order by delivery_id")
        .stream()
        .map(row -> ByteBuffer.wrap((byte[]) row.get("body")))
        .toList();
  }
}
