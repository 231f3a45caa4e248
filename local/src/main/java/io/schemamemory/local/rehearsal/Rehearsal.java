package io.schemamemory.local.rehearsal;

import io.schemamemory.local.rehearsal.page.Answers;
import io.schemamemory.local.rehearsal.page.Block;
import io.schemamemory.local.rehearsal.page.DeployPage;
import io.schemamemory.local.rehearsal.page.ParametersFile;
import io.schemamemory.local.rehearsal.page.Placeholders;
import io.schemamemory.local.rehearsal.scene.RehearsedDatabase;
import io.schemamemory.local.rehearsal.scene.Scenes;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.local.rehearsal.terminal.Shell;
import io.schemamemory.local.rehearsal.terminal.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Goes through the page: runs each block, and looks at what came of it.
final class Rehearsal {
  private static final String POOLER_LINES = "userlist.txt";

  private final Shell shell;
  private final Placeholders placeholders;
  private final Answers answers;
  private final Scenes scenes;
  private final RehearsedDatabase database;
  private final Transcript transcript;
  private final Path copy;
  private String shown = "";

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

  void play(DeployPage page) {
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.NotRehearsed skipped ->
            transcript.step("not run", title(skipped) + " (" + skipped.reason() + ")");
        case Block.Parameters parameters -> set(parameters);
        case Block.Commands commands -> run(commands);
        case Block.Shown expected -> compare(expected);
      }
    }
    scenes.mustBeComplete();
  }

  private void set(Block.Parameters parameters) {
    new ParametersFile(copy).set(placeholders.fill(parameters));
    transcript.step("set", "parameters/prod.yaml: " + title(parameters));
  }

  private void run(Block.Commands block) {
    String commands = placeholders.fill(block);
    scenes.before(commands);
    Shell.Result result = shell.run(commands, answers.to(commands));
    if (!result.succeeded() && result.output().contains(POOLER_LINES)) {
      transcript.step("run", title(block) + " # asks for lines in PgBouncer's auth_file");
      admit();
      result = shell.run(commands, answers.to(commands));
    }
    if (!result.succeeded()) {
      throw new RehearsalException(
          "the block in line %d ended with %d:%n%s%n%n%s"
              .formatted(block.line(), result.status(), block.text(), result.end()));
    }
    shown = result.output();
    transcript.step("run", title(block));
    scenes.after(commands);
  }

  private void compare(Block.Shown expected) {
    for (String line : placeholders.fill(expected).lines().toList()) {
      int rest = line.indexOf('…');
      String begin = rest < 0 ? line : line.substring(0, rest);
      if (!shown.contains(begin)) {
        throw new RehearsalException(
            "line %d says that the command before it shows: %s%nIt showed:%n%s"
                .formatted(expected.line(), line, shown));
      }
    }
    transcript.step("shows", title(expected));
  }

  private void admit() {
    try (var found =
        Files.find(copy.resolve(".local"), 2, (path, _) -> path.endsWith(POOLER_LINES))) {
      database.admit(found.findFirst().orElseThrow());
    } catch (IOException failure) {
      throw new UncheckedIOException("bin/bootstrap left no " + POOLER_LINES, failure);
    }
  }

  /// A block in one line.
  private static String title(Block block) {
    return block.text().replaceAll("\\\\\n\\s*", "").replaceAll("\\s*\n\\s*", "; ");
  }
}
