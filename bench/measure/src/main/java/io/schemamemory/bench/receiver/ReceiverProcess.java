package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.LineProcess;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.nio.file.Path;

/// Starts [ReceiverUnderLoad] and keeps it warm.
final class ReceiverProcess implements AutoCloseable {
  private final LineProcess process;

  private ReceiverProcess(LineProcess process) {
    this.process = process;
  }

  static ReceiverProcess start(BenchDatabase database) {
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
    // A queue that does not exist: a request that spills is no measurement and must fail.
    builder.environment().put("SPILL_QUEUE_URL", "http://127.0.0.1:1/000000000000/nobodys");
    return new ReceiverProcess(LineProcess.start("the receiver's process", builder));
  }

  /// Milliseconds per request.
  double millis(WarmVariant way, Load load) {
    String nanos = process.ask("%s %d %d".formatted(way, load.clients(), load.requests()));
    return Double.parseDouble(nanos) / 1e6 / (load.perClient() * load.clients());
  }

  @Override
  public void close() {
    process.close();
  }
}
