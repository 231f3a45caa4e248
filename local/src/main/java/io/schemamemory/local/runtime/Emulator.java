package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// AWS's runtime interface emulator with one function's process under it, started as by Lambda.
public final class Emulator implements AutoCloseable {
  /// It listens within milliseconds; the function's process starts with the first event.
  private static final Duration LISTENING = Duration.ofSeconds(10);

  private final Process process;
  private final URI invocations;
  private final HttpClient client = HttpClient.newHttpClient();

  private Emulator(Process process, URI invocations) {
    this.process = process;
    this.invocations = invocations;
  }

  /// Starts it on free ports.
  ///
  /// @param program the emulator
  /// @param artifact the function's folder under `.aws-sam/build`
  /// @param log gets what the emulator and the function print
  public static Emulator start(
      Path program, Path projectRoot, Function function, Path artifact, Path log)
      throws IOException {
    int port = freePort();
    Launch launch = new Launch(function, Code.in(artifact), RuntimeClient.built(projectRoot));
    String runtimeApi = "127.0.0.1:" + freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--runtime-interface-emulator-address",
                "127.0.0.1:" + port,
                "--runtime-api-address",
                runtimeApi));
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(artifact.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment(runtimeApi));
    builder
        .environment()
        .put("AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(function.timeout().toSeconds()));
    return new Emulator(
        builder.start(),
        URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations"));
  }

  /// The function's answer to an event, or its error, as the emulator passes it on.
  public String invoke(byte[] event) {
    HttpRequest request =
        HttpRequest.newBuilder(invocations).POST(BodyPublishers.ofByteArray(event)).build();
    long end = System.nanoTime() + LISTENING.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.body();
      } catch (ConnectException notYet) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw new UncheckedIOException("the emulator does not listen", notYet);
        }
        Thread.onSpinWait();
      } catch (IOException broken) {
        throw new UncheckedIOException("the emulator gave no answer", broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    client.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
