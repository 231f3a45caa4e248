package io.schemamemory.bench.receiver;

import io.schemamemory.local.runtime.Payload;
import io.schemamemory.receivewebhook.ReceiveWebhook;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// A process with the receiver and the JVM's default flags; each line of its input asks for a load:
/// `DRIVER`, `HANDLER` or `AGAIN`, clients, requests.
public final class ReceiverUnderLoad {
  private final UniqueWebhooks webhooks = new UniqueWebhooks();
  private final Payload known = webhooks.next();
  private final List<ReceiveWebhook> handlers = new ArrayList<>();
  private final List<BareDriver> drivers = new ArrayList<>();

  private ReceiverUnderLoad() {}

  /// Answers each line with the load's duration in nanoseconds.
  public static void main(String... arguments) throws Exception {
    ReceiverUnderLoad receiver = new ReceiverUnderLoad();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      Load load = new Load(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      System.out.println(receiver.nanos(WarmVariant.valueOf(words[0]), load));
    }
    System.exit(0);
  }

  private long nanos(WarmVariant way, Load load) throws Exception {
    CyclicBarrier start = new CyclicBarrier(load.clients() + 1);
    try (ExecutorService clients = Executors.newFixedThreadPool(load.clients())) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < load.clients(); client++) {
        Callable<?> requests = requests(way, client, load.perClient());
        running.add(
            clients.submit(
                () -> {
                  start.await();
                  return requests.call();
                }));
      }
      start.await();
      long began = System.nanoTime();
      join(running);
      return System.nanoTime() - began;
    }
  }

  /// What one client sends, prepared and connected before it is measured.
  private Callable<?> requests(WarmVariant way, int client, int count) throws Exception {
    return switch (way) {
      case DRIVER -> overDriver(driver(client), count);
      case AGAIN -> toHandler(handler(client), Collections.nCopies(count, known));
      case HANDLER ->
          toHandler(handler(client), Stream.generate(webhooks::next).limit(count).toList());
      case INSERT, RECEIVE -> throw new IllegalArgumentException(way + " is pgbench's");
    };
  }

  private BareDriver driver(int client) throws SQLException {
    while (drivers.size() <= client) {
      drivers.add(BareDriver.connect(System.getenv("DATABASE_URL")));
    }
    return drivers.get(client);
  }

  private ReceiveWebhook handler(int client) throws IOException {
    while (handlers.size() <= client) {
      handlers.add(new ReceiveWebhook());
    }
    send(handlers.get(client), known);
    return handlers.get(client);
  }

  private Callable<?> overDriver(BareDriver driver, int count) {
    List<byte[]> bodies =
        Stream.generate(webhooks::nextBody)
            .limit(count)
            .map(body -> body.getBytes(StandardCharsets.UTF_8))
            .toList();
    return () -> {
      for (byte[] body : bodies) {
        driver.store(body);
      }
      return null;
    };
  }

  private static Callable<?> toHandler(ReceiveWebhook handler, List<Payload> events) {
    return () -> {
      for (Payload event : events) {
        send(handler, event);
      }
      return null;
    };
  }

  private static void send(ReceiveWebhook handler, Payload event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    LambdaInvocation invocation = new LambdaInvocation();
    handler.handleRequest(new ByteArrayInputStream(event.bytes()), answer, invocation);
    if (!answer.toString(StandardCharsets.US_ASCII).contains("202")) {
      throw new IllegalStateException("not answered 202: " + invocation.log());
    }
  }

  private static void join(List<Future<?>> running) throws InterruptedException {
    for (Future<?> client : running) {
      try {
        client.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException("a client failed", failure.getCause());
      }
    }
  }
}
