package io.schemamemory.local.emulator;

import io.schemamemory.local.Closing;
import io.schemamemory.local.LocalRun;
import io.schemamemory.local.runtime.Emulator;
import io.schemamemory.local.template.Function;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The command `bin/answer-events`: each artifact of `sam build` answers the events of its folder.
final class AnswerEvents {
  private final Path root;
  private final Path program;
  private final Path logs;
  private final Listener listener;

  private AnswerEvents(Path root, Path program, Path logs, Listener listener) {
    this.listener = listener;
    this.root = root;
    this.program = program;
    this.logs = logs;
  }

  /// Ends the process with 1 if an answer is not as expected.
  ///
  /// @param arguments the checkout, then the emulator
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path logs = Files.createDirectories(root.resolve("local/target/answer-events"));
    int wrong = 0;
    try (Closing closing = new Closing();
        Listener listener = Listener.start()) {
      AnswerEvents command =
          new AnswerEvents(root, Path.of(arguments[1]).toAbsolutePath(), logs, listener);
      Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
      for (Function function : LocalRun.quietly(root, logs, closing).functions()) {
        wrong += command.answer(function);
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private int answer(Function function) throws IOException {
    Path artifact = root.resolve(".aws-sam/build").resolve(function.logicalId());
    if (!Files.isDirectory(artifact)) {
      System.err.println(artifact + " is missing: run sam build --build-in-source first.");
      return 1;
    }
    Path log = logs.resolve(function.name() + ".log");
    int wrong = 0;
    try (Emulator emulator = Emulator.start(program, root, function, artifact, log)) {
      for (Path event : events(function)) {
        wrong += report(function, event, emulator.invoke(heard(event)));
      }
    }
    if (wrong > 0) {
      System.out.println("what it printed is in " + root.relativize(log));
    }
    return wrong;
  }

  private int report(Function function, Path event, String answer) throws IOException {
    String name = function.name() + "/" + event.getFileName();
    Optional<String> problem = ExpectedAnswer.of(root, name).problem(answer);
    System.out.println(problem.map(what -> "FAIL " + name + ": " + what).orElse("ok   " + name));
    return problem.isPresent() ? 1 : 0;
  }

  /// CloudFormation's address in the samples is made up: the function would wait for it.
  private byte[] heard(Path event) throws IOException {
    return Files.readString(event)
        .replaceFirst("\"ResponseURL\": \"[^\"]*\"", "\"ResponseURL\": \"" + listener.uri() + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> events(Function function) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("events").resolve(function.name()))) {
      return files.sorted().toList();
    }
  }
}
