package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.LineProcess;
import io.schemamemory.bench.replay.RecordAndReplay;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Compilation;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts [RecordAndReplay] with the function's class path and compiler flags.
final class ReplayProcess implements AutoCloseable {
  private final LineProcess process;

  private ReplayProcess(LineProcess process) {
    this.process = process;
  }

  /// Starts the process, which runs the function once and records it.
  static ReplayProcess record(Function function, Code code) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            Compilation.flag(function),
            "-cp",
            classPath(code),
            RecordAndReplay.class.getName(),
            function.handler());
    builder.environment().clear();
    builder.environment().putAll(function.environment());
    builder.environment().put("DATASOURCES_DEFAULT_DRIVER_CLASS_NAME", RecordAndReplay.DRIVER);
    builder.environment().put("TZ", "UTC");
    ReplayProcess started = new ReplayProcess(LineProcess.start("the replaying process", builder));
    requireDone(started.process.answer());
    return started;
  }

  /// Replays the recording over this many connections and waits for all of them.
  void run(int workers) {
    requireDone(process.ask(Integer.toString(workers)));
  }

  private static void requireDone(String answer) {
    if (!RecordAndReplay.DONE.equals(answer)) {
      throw new IllegalStateException("the replaying process failed");
    }
  }

  private static String classPath(Code code) {
    return Stream.concat(
            Stream.of(ReplayProcess.class, LambdaInvocation.class).map(ReplayProcess::place),
            code.classPath().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
