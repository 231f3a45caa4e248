package io.schemamemory.migrateschema.launcher;

import io.micronaut.json.JsonMapper;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs `bin/migrate` with an `aws` that says what a test wrote down, and notes how it was called.
final class Launcher {
  /// The last argument is the file for the answer, as in the real command line.
  private static final String AWS =
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      printf '%s\\n' "$@" "AWS_MAX_ATTEMPTS=$AWS_MAX_ATTEMPTS" >>called
      while [ $# -gt 1 ]; do
        case $2 in fileb://*) cat "${2#fileb://}" >event ;; esac
        shift
      done
      [ ! -f refusal ] || { cat refusal >&2; exit 254; }
      cp answer "$1"
      cat metadata
      """;

  /// How it ended.
  record Run(int status, String out, String err) {}

  private final Path folder;

  Launcher(Path folder) throws IOException {
    this.folder = folder;
    Path aws = Files.writeString(folder.resolve("aws"), AWS);
    if (!aws.toFile().setExecutable(true)) {
      throw new IOException("aws cannot be made executable");
    }
  }

  /// What the function answers.
  void answers(Object answer) throws IOException {
    Files.write(folder.resolve("answer"), JsonMapper.createDefault().writeValueAsBytes(answer));
    Files.writeString(folder.resolve("metadata"), "{\"StatusCode\": 200}");
  }

  /// How the function fails.
  void fails(String message) throws IOException {
    Files.writeString(
        folder.resolve("answer"),
        "{\"errorMessage\": \"%s\", \"errorType\": \"x\"}".formatted(message));
    Files.writeString(
        folder.resolve("metadata"), "{\"StatusCode\": 200, \"FunctionError\": \"Unhandled\"}");
  }

  /// What AWS says instead of invoking it.
  void refuses(String said) throws IOException {
    Files.writeString(folder.resolve("refusal"), said);
  }

  /// The arguments of all calls, a line each; empty if there was none.
  String called() throws IOException {
    Path called = folder.resolve("called");
    return Files.exists(called) ? Files.readString(called) : "";
  }

  String event() throws IOException {
    return Files.readString(folder.resolve("event"));
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    // Nothing else on the path: a python of pyenv puts its own folder, and its own aws, first.
    List<String> command =
        new ArrayList<>(List.of("env", "PATH=" + folder + ":/usr/bin:/bin", "bin/migrate"));
    command.addAll(List.of(arguments));
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(Samples.root().toFile())
            .redirectError(err.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }
}
