package io.schemamemory.local;

import io.schemamemory.local.queue.Queues;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The bundle of the tests' own template, and a client for it.
record Served(Bundle bundle, HttpClient client, Queue<String> log) implements AutoCloseable {
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

  static Served start(int gate, int port) {
    Queue<String> log = new ConcurrentLinkedQueue<>();
    SecretValues secrets = new SecretValues(Map.of("gate", Map.of("port", Integer.toString(gate))));
    Functions functions =
        new Functions(
            Template.read(CLASSES.resolve("template.yaml"), secrets, Map.of()).functions(),
            _ -> new Code(CLASSES, List.of(CLASSES)),
            RuntimeClient.built(Path.of("..")),
            event -> log.add(event.line()));
    Bundle bundle =
        Bundle.start(
            functions,
            Queues.open(List.of()),
            port,
            Clock.systemUTC(),
            event -> log.add(event.line()));
    return new Served(bundle, HttpClient.newHttpClient(), log);
  }

  HttpResponse<String> send(String method, String path, Payload body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bundle.uri().resolve(path))
            .method(method, BodyPublishers.ofByteArray(body.bytes()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> invoke(String function, String event, String... headers)
      throws IOException, InterruptedException {
    String path = "/2015-03-31/functions/" + function + "/invocations";
    return send("POST", path, Payload.of(event), headers);
  }

  @Override
  public void close() {
    client.close();
    bundle.close();
  }
}
