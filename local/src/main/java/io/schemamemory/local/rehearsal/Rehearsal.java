package io.schemamemory.local.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;

/// Goes through the page: runs each block, and looks at what came of it.
final class Rehearsal {
  /// What must have been looked at by the end.
  private enum Seen {
    DEPLOYED,
    CONNECTED
  }

  private static final String POOLER_LINES = "userlist.txt";

  private final Shell shell;
  private final Placeholders placeholders;
  private final Answers answers;
  private final Scenes scenes;
  private final RehearsedDatabase database;
  private final Transcript transcript;
  private final Path copy;
  private final Set<Seen> seen = EnumSet.noneOf(Seen.class);

  Rehearsal(
      Shell shell,
      Placeholders placeholders,
      Answers answers,
      Scenes scenes,
      RehearsedDatabase database,
      Transcript transcript,
      Path copy) {
    this.shell = shell;
    this.placeholders = placeholders;
    this.answers = answers;
    this.scenes = scenes;
    this.database = database;
    this.transcript = transcript;
    this.copy = copy;
  }

  void play(Page page) {
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.NotRehearsed skipped ->
            transcript.step("not run", title(skipped) + ": " + skipped.reason());
        case Block.Parameters parameters -> set(parameters);
        case Block.Commands commands -> run(commands);
      }
    }
    Set<Seen> missing = EnumSet.complementOf(EnumSet.copyOf(seen));
    if (!missing.isEmpty()) {
      throw new RehearsalException("the page has no command for: " + missing);
    }
  }

  private void set(Block.Parameters parameters) {
    write(placeholders.fill(parameters));
    transcript.step("run", "parameters/prod.yaml: " + title(parameters));
  }

  private void write(String lines) {
    try {
      Files.writeString(
          copy.resolve("parameters/prod.yaml"), "\n" + lines + "\n", StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException("the parameters cannot be written", failure);
    }
  }

  private void run(Block.Commands block) {
    String commands = placeholders.fill(block);
    Shell.Result result = shell.run(commands, answers.to(commands));
    if (!result.succeeded() && result.output().contains(POOLER_LINES)) {
      transcript.step("run", title(block) + ": it asks for lines in PgBouncer's auth_file; added");
      admit();
      result = shell.run(commands, answers.to(commands));
    }
    if (!result.succeeded()) {
      throw new RehearsalException(
          "the block in line %d ended with %d:\n%s\n\n%s"
              .formatted(block.line(), result.status(), block.text(), result.end()));
    }
    transcript.step("run", title(block));
    look(commands);
  }

  private void look(String commands) {
    if (commands.contains("sam deploy") && seen.add(Seen.DEPLOYED)) {
      scenes.deployed();
    }
    if (commands.contains("bin/webhook-secrets") && seen.add(Seen.CONNECTED)) {
      scenes.connected();
    }
  }

  private void admit() {
    try (var found =
        Files.find(copy.resolve(".local"), 2, (path, _) -> path.endsWith(POOLER_LINES))) {
      database.admit(found.findFirst().orElseThrow());
    } catch (IOException failure) {
      throw new UncheckedIOException("bin/bootstrap left no " + POOLER_LINES, failure);
    }
  }

  /// A block's commands in one line.
  private static String title(Block block) {
    return block.text().replaceAll("\\\\\n\\s*", "").replaceAll("\\s*\n\\s*", "; ");
  }
}
