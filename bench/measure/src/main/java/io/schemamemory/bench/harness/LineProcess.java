package io.schemamemory.bench.harness;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A process that answers each line of its input with a line; started once, so that it stays warm.
public final class LineProcess implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private LineProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /// Starts the process.
  ///
  /// @param name names it in a failure
  public static LineProcess start(String name, ProcessBuilder builder) {
    try {
      return new LineProcess(name, builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " did not start", failure);
    }
  }

  public String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " failed", failure);
    }
    return answer();
  }

  /// Reads the next line, also one that was not asked for, such as that it is ready.
  public String answer() {
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(name + " failed");
      }
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " failed", failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
