package io.schemamemory.local.rehearsal.cloud;

import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// MiniStack, a local AWS, on a free port of 127.0.0.1.
public final class Ministack implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(5);

  /// What a new account has.
  private static final String CONCURRENCY = "10";

  private final Process process;
  private final int port;

  private Ministack(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one that hands the invocations of some functions to a server.
  ///
  /// @param tools the folder of its virtual environment
  /// @param functions their names
  public static Ministack start(Path tools, Path scratch, List<String> functions, URI server) {
    int port = Ports.free();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GATEWAY_PORT", Integer.toString(port));
    environment.put("BIND_HOST", "127.0.0.1");
    environment.put("LAMBDA_ACCOUNT_CONCURRENCY", CONCURRENCY);
    environment.put("TMPDIR", scratch.toString());
    functions.forEach(name -> environment.put("MINISTACK_LAMBDA_PROXY_" + name, server.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(tools.resolve("bin/ministack").toString())
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("ministack.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    try {
      Ministack started = new Ministack(builder.start(), port);
      started.awaitListening();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException("MiniStack did not start", failure);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void awaitListening() {
    Instant end = Instant.now().plus(START);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    close();
    throw new RehearsalException("MiniStack does not listen; ministack.log says why");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
