package io.schemamemory.operator.bootstrap;

import io.schemamemory.roles.RotationMode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The options of `bin/bootstrap`: `[--secret-id NAME] [--rotate [--again] | --retire [--now]]`.
final class BootstrapOptions {
  /// What is to be done.
  sealed interface Action {
    record Create(RotationMode passwords) implements Action {}

    record Retire(boolean evenInUse) implements Action {}
  }

  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      defaultValue = ".local",
      description = "where passwords are kept; default: ${DEFAULT-VALUE} in the checkout")
  private Path directory = Path.of("");

  @Option(
      names = "--secret-id",
      paramLabel = "NAME",
      description =
          "store each function's URL in the secret NAME/LOGIN of Secrets Manager, as AWS's SDK finds"
              + " it; NAME is the template's parameter DatabaseSecret")
  private @Nullable String secretId;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Change change;

  private static final class Change {
    @ArgGroup(exclusive = false)
    private @Nullable Rotate rotate;

    @ArgGroup(exclusive = false)
    private @Nullable Retire retire;
  }

  private static final class Rotate {
    // Required, so where the group is, it is true.
    @SuppressWarnings("unused")
    @Option(
        names = "--rotate",
        required = true,
        description = "give every login a second role with a new password")
    private boolean rotate;

    @Option(
        names = "--again",
        description = "another new password, while the second role is not in use yet")
    private boolean again;
  }

  private static final class Retire {
    // As above.
    @SuppressWarnings("unused")
    @Option(
        names = "--retire",
        required = true,
        description = "once everything has the new URLs: disable the former roles")
    private boolean retire;

    @Option(names = "--now", description = "also those used within the last two minutes")
    private boolean now;
  }

  Path directory() {
    return directory;
  }

  /// Where the functions' URLs are stored, if anywhere.
  Optional<StoredLogins> stored() {
    return Optional.ofNullable(secretId).map(StoredLogins::new);
  }

  Action action() {
    if (change != null && change.retire != null) {
      return new Action.Retire(change.retire.now);
    }
    if (change == null || change.rotate == null) {
      return new Action.Create(RotationMode.KEEP);
    }
    return new Action.Create(change.rotate.again ? RotationMode.ROTATE_AGAIN : RotationMode.ROTATE);
  }
}
