package io.schemamemory.bench;

import io.schemamemory.bootstrap.Login;
import io.schemamemory.testkit.Samples;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// [ReceiverUnderLoad], started once and asked again and again, so that it is warm.
final class ReceiverProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private ReceiverProcess(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  static ReceiverProcess start(MigratedDatabase database) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReceiverUnderLoad.class.getName());
    builder
        .environment()
        .put(
            "DATABASE_URL",
            database.credentials().url(Login.RECEIVE_WEBHOOK).orElseThrow().reveal());
    builder.environment().put("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
    // Nobody's: what would need it is no measurement, and fails.
    builder.environment().put("SPILL_QUEUE_URL", "http://127.0.0.1:1/000000000000/nobodys");
    try {
      return new ReceiverProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException failure) {
      throw new UncheckedIOException("the receiver's process did not start", failure);
    }
  }

  /// Milliseconds a request.
  double millis(Receiving way, Load load) {
    try {
      questions.write("%s %d %d%n".formatted(way, load.clients(), load.requests()));
      questions.flush();
      String nanos = answers.readLine();
      if (nanos == null) {
        throw new IllegalStateException("the receiver's process failed");
      }
      return Double.parseDouble(nanos) / 1e6 / (load.perClient() * load.clients());
    } catch (IOException failure) {
      throw new UncheckedIOException("the receiver's process failed", failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
