package io.schemamemory.local.rehearsal.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's shell: what one block exports, the next ones see.
public final class Shell {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST = Duration.ofMinutes(8);

  private final Path directory;
  private final Path scratch;
  private final Map<String, String> environment;

  /// @param directory where the commands run
  /// @param scratch where it keeps its own files
  public Shell(Path directory, Path scratch, Map<String, String> environment) {
    this.directory = directory;
    this.scratch = scratch;
    this.environment = new LinkedHashMap<>(environment);
  }

  /// A folder for files that are not part of the checkout.
  public Path scratch() {
    return scratch;
  }

  /// How a block ended, and all it printed.
  public record Result(int status, String output) {
    public boolean succeeded() {
      return status == 0;
    }

    /// What it says has failed, and its last lines.
    public String end() {
      List<String> lines = output.strip().lines().toList();
      int cut = Math.max(0, lines.size() - 25);
      return Stream.concat(
              lines.stream().limit(cut).filter(line -> line.startsWith("fail")),
              lines.stream().skip(cut))
          .collect(Collectors.joining("\n"));
    }
  }

  /// Runs a block up to the first command that fails.
  public Result run(String block, String input) {
    try {
      Path exports = scratch.resolve("exports.sh");
      Path script = scratch.resolve("block.sh");
      Files.writeString(script, script(block, exports));
      return run(List.of("bash", script.toString()), input);
    } catch (IOException failure) {
      throw new UncheckedIOException("the shell's files cannot be written", failure);
    }
  }

  /// Calls the AWS command line and returns what it answers. `env` finds it on the commands' PATH.
  public JsonNode aws(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "aws"));
    command.addAll(List.of(arguments));
    // Not from what the page exported: this is the rehearsal's own question.
    command.addAll(List.of("--region", Stack.REGION, "--output", "json"));
    Result result = run(command, "");
    if (!result.succeeded()) {
      throw new RehearsalException(String.join(" ", command) + " failed:\n" + result.end());
    }
    try {
      return JSON.readTree(result.output());
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException("the AWS command line did not answer JSON", failure);
    }
  }

  private static String script(String block, Path exports) {
    return """
    [ ! -f '%1$s' ] || . '%1$s'
    set -e -o pipefail
    %2$s
    (umask 077 && export -p >'%1$s')
    """
        .formatted(exports, block.indent(0).strip());
  }

  private Result run(List<String> command, String input) {
    try {
      Path typed = Files.writeString(scratch.resolve("typed.txt"), input);
      Path printed = scratch.resolve("printed.txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectInput(typed.toFile())
              .redirectOutput(printed.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
          throw new RehearsalException("ran longer than " + LONGEST + ": " + command);
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
      }
      return new Result(
          process.exitValue(), new String(Files.readAllBytes(printed), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot run " + command.getFirst(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RehearsalException("stopped");
    }
  }
}
