package io.schemamemory.local.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One process of a function, with its own Runtime API; it serves one invocation at a time.
final class Sandbox implements AutoCloseable {
  /// Long enough for a JVM to run its shutdown hooks, short enough for a person who pressed Ctrl-C.
  private static final Duration GRACE = Duration.ofMillis(500);

  /// The runtime client asks again within a millisecond; one that hangs after its answer is
  /// replaced.
  private static final Duration RELEASE = Duration.ofSeconds(2);

  /// A child process that lives longer may hold the pipe open.
  private static final Duration LAST_OUTPUT = Duration.ofMillis(500);

  private final Handover handover = new Handover();
  private final Snapshot snapshot = new Snapshot();
  private final RuntimeApi api;
  private final Process process;
  private final Launch launch;
  private final Consumer<RunEvent> sink;
  private ColdStartTimer coldStart;
  private volatile boolean released;

  private Sandbox(Launch launch, Consumer<RunEvent> sink) throws IOException {
    String id = launch.function().logicalId();
    api = new RuntimeApi(handover, snapshot);
    this.launch = launch;
    this.sink = sink;
    coldStart = ColdStartTimer.begin(id, sink);
    process = start(launch.process(api.authority()), api);
    // A platform thread: reading a process's pipe would pin a virtual thread's carrier.
    Thread reader =
        Thread.ofPlatform().daemon().name(id + "-" + process.pid()).start(() -> forward(id, sink));
    var _ = process.onExit().thenAccept(ended -> ended(ended.exitValue(), reader));
    if (launch.function().snapStart()) {
      snapshot.await();
    }
  }

  private void ended(int status, Thread reader) {
    awaitOutput(reader);
    snapshot.ended();
    handover.ended(status);
  }

  /// A process's last output often says why it ended, so it is reported before the end.
  private static void awaitOutput(Thread reader) {
    try {
      reader.join(LAST_OUTPUT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static Sandbox start(Launch launch, Consumer<RunEvent> sink) {
    try {
      return new Sandbox(launch, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot start " + launch.function() + ": " + e.getMessage(), e);
    }
  }

  private static Process start(ProcessBuilder builder, RuntimeApi api) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /// Returns only when the process has asked for its next event or has ended: until then it is
  /// not known to be reusable, and the caller's next call would start another process.
  InvocationOutcome invoke(Invocation invocation) {
    if (launch.function().snapStart() && snapshot.restore()) {
      coldStart = ColdStartTimer.begin(launch.function().logicalId(), sink);
    }
    handover.offer(invocation);
    InvocationOutcome outcome = invocation.outcome().join();
    switch (outcome) {
      case InvocationOutcome.Answered _ -> coldStart.end();
      case InvocationOutcome.TimedOut _ -> kill();
      case InvocationOutcome.Failed _, InvocationOutcome.Throttled _ -> {}
    }
    released = invocation.released(RELEASE).join();
    return outcome;
  }

  long pid() {
    return process.pid();
  }

  boolean isReusable() {
    return released && process.isAlive();
  }

  /// Asks the process to end; [#close] makes sure it does.
  void terminate() {
    process.destroy();
  }

  private void kill() {
    // The whole tree, as when Lambda drops a sandbox.
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    terminate();
    CompletableFuture<Process> ended = process.onExit();
    ended.copy().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
    kill();
    ended.join();
    api.close();
  }

  private void forward(String function, Consumer<RunEvent> sink) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> sink.accept(new RunEvent.Output(function, line)));
    } catch (IOException | UncheckedIOException _) {
      // A killed process's output may end in the middle of a line.
    }
  }
}
