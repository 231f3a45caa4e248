package io.schemamemory.bench;

import io.schemamemory.bench.replay.RecordedLoop;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Compilation;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// [RecordedLoop] on the function's class path, compiling as far as the function does.
final class ReplayProcess implements AutoCloseable {
  private final AskedProcess process;

  private ReplayProcess(AskedProcess process) {
    this.process = process;
  }

  /// Runs the function once, which is recorded.
  static ReplayProcess record(Function function, Code code) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            Compilation.flag(function),
            "-cp",
            classPath(code),
            RecordedLoop.class.getName(),
            function.handler());
    builder.environment().clear();
    builder.environment().putAll(function.environment());
    builder.environment().put("DATASOURCES_DEFAULT_DRIVER_CLASS_NAME", RecordedLoop.DRIVER);
    builder.environment().put("TZ", "UTC");
    ReplayProcess started = new ReplayProcess(AskedProcess.start("the replaying process", builder));
    requireDone(started.process.answer());
    return started;
  }

  /// Sends what was recorded, by so many connections at once; done when all of them are.
  void run(int workers) {
    requireDone(process.ask(Integer.toString(workers)));
  }

  private static void requireDone(String answer) {
    if (!RecordedLoop.DONE.equals(answer)) {
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
