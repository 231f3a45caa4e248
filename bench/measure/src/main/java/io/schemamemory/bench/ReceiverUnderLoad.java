package io.schemamemory.bench;

import io.schemamemory.local.runtime.Payload;
import io.schemamemory.receive.ReceiveWebhook;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The receiver in a process of its own, with the JVM's default flags; it is sent what each line of
/// its input asks for: `HANDLER` or `AGAIN`, clients, requests.
public final class ReceiverUnderLoad {
  private final FreshWebhooks webhooks = new FreshWebhooks();
  private final Payload known = webhooks.next();
  private final List<ReceiveWebhook> handlers = new ArrayList<>();

  private ReceiverUnderLoad() {}

  /// Answers each line with the nanoseconds it took.
  public static void main(String... arguments) throws Exception {
    ReceiverUnderLoad receiver = new ReceiverUnderLoad();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      Load load = new Load(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      System.out.println(receiver.nanos(Receiving.valueOf(words[0]), load));
    }
    System.exit(0);
  }

  private long nanos(Receiving way, Load load) throws Exception {
    while (handlers.size() < load.clients()) {
      handlers.add(new ReceiveWebhook());
    }
    CyclicBarrier start = new CyclicBarrier(load.clients() + 1);
    try (ExecutorService clients = Executors.newFixedThreadPool(load.clients())) {
      List<Future<?>> running = new ArrayList<>();
      for (ReceiveWebhook handler : handlers.subList(0, load.clients())) {
        List<Payload> events = events(way, load.perClient());
        // Connects, which is not what is measured.
        send(handler, known);
        running.add(clients.submit(() -> sendAll(handler, events, start)));
      }
      start.await();
      long began = System.nanoTime();
      join(running);
      return System.nanoTime() - began;
    }
  }

  private List<Payload> events(Receiving way, int count) {
    return Stream.generate(() -> way == Receiving.AGAIN ? known : webhooks.next())
        .limit(count)
        .toList();
  }

  private static Void sendAll(ReceiveWebhook handler, List<Payload> events, CyclicBarrier start)
      throws Exception {
    start.await();
    for (Payload event : events) {
      send(handler, event);
    }
    return null;
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
