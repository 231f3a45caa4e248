package io.schemamemory.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A process that answers each line with a line, started once and asked again and again, so that it
/// is warm.
final class AskedProcess implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private AskedProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /// @param name what it is called when it fails
  static AskedProcess start(String name, ProcessBuilder builder) {
    try {
      return new AskedProcess(name, builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " did not start", failure);
    }
  }

  String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " failed", failure);
    }
    return answer();
  }

  /// Also of what was not asked for: that it is ready.
  String answer() {
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
