package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.handlers.Gated;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyIT {
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @Test
  void many_requests_share_two_processes() throws Exception {
    try (ServerSocket gate = gate();
        Running function = Running.of(Gated.class)) {
      List<Future<Long>> answers =
          IntStream.range(0, 6)
              .mapToObj(_ -> callers.submit(() -> pid(function, gate.getLocalPort())))
              .toList();

      for (int pair = 0; pair < 3; pair++) {
        try (Socket first = gate.accept();
            Socket second = gate.accept()) {
          assertThat(List.of(first, second)).allMatch(Socket::isConnected);
        }
      }

      Set<Long> pids = new HashSet<>();
      for (Future<Long> answer : answers) {
        pids.add(answer.get());
      }
      assertThat(pids).hasSize(2);
    }
  }

  @Test
  void a_request_that_finds_no_process_within_the_timeout_is_throttled() throws Exception {
    try (ServerSocket gate = gate()) {
      Map<String, String> environment = Map.of("GATE", Integer.toString(gate.getLocalPort()));
      try (Running function = new Running(Gated.class, Duration.ofSeconds(1), environment)) {
        Future<Long> first = callers.submit(() -> pid(function, 0));
        Future<Long> second = callers.submit(() -> pid(function, 0));
        // Both are still starting, and a start may take longer than the third request waits.
        try (Socket held = gate.accept();
            Socket alsoHeld = gate.accept()) {
          assertThat(List.of(held, alsoHeld)).allMatch(Socket::isConnected);
          assertThat(function.invoke("0")).isEqualTo(new InvocationOutcome.Throttled());
        }
        assertThat(first.get()).isNotEqualTo(second.get());
      }
    }
  }

  @Test
  void closing_ends_a_running_invocation_and_its_process() throws Exception {
    try (ServerSocket gate = gate()) {
      Running function = Running.of(Gated.class);
      Future<InvocationOutcome> running =
          callers.submit(() -> function.invoke(Integer.toString(gate.getLocalPort())));
      try (Socket held = gate.accept()) {
        function.close();
        function.close();
        assertThat(held.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(running.get()).isInstanceOf(InvocationOutcome.Failed.class);
    }
  }

  @AfterEach
  void no_process_is_left() {
    callers.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private static ServerSocket gate() throws java.io.IOException {
    ServerSocket gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    // A process that never starts must fail the test, not hang it.
    gate.setSoTimeout(30_000);
    return gate;
  }

  private static long pid(Running function, int gate) throws Exception {
    return function.answer(Integer.toString(gate)).asLong();
  }
}
