package io.schemamemory.bench;

import io.schemamemory.bench.replay.RecordedLoop;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Compilation;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// [RecordedLoop] on the function's class path, compiling as far as the function does.
final class ReplayProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private ReplayProcess(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
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
    try {
      ReplayProcess started =
          new ReplayProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
      started.answer();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException("the replaying process did not start", failure);
    }
  }

  /// Sends what was recorded, by so many connections at once; done when all of them are.
  void run(int workers) {
    try {
      questions.write(workers + "\n");
      questions.flush();
      answer();
    } catch (IOException failure) {
      throw new UncheckedIOException("the replaying process failed", failure);
    }
  }

  private void answer() throws IOException {
    if (!RecordedLoop.DONE.equals(answers.readLine())) {
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
    process.destroy();
  }
}
