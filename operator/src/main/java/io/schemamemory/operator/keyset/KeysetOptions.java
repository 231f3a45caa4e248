package io.schemamemory.operator.keyset;

import io.schemamemory.operator.aws.ManagedSecret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Where `bin/keyset` finds the keysets: `FILE | --secret-id NAME`.
final class KeysetOptions {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "holds the wrapped keysets")
  private @Nullable Path path;

  @Option(
      names = "--secret-id",
      paramLabel = "NAME",
      description = "they are in this secret of Secrets Manager instead, as AWS's SDK finds it")
  private @Nullable String secretId;

  private @Nullable KeysetPlace place;

  /// The same one for reading and for writing: a secret remembers which version it replaces.
  KeysetPlace place(CommandSpec spec) {
    if (place == null) {
      place = named(spec);
    }
    return place;
  }

  private KeysetPlace named(CommandSpec spec) {
    if (path != null && secretId == null) {
      return new KeysetFile(path);
    }
    if (path == null && secretId != null) {
      return new KeysetSecret(ManagedSecret.of(secretId, "Wrapped keysets, kept by bin/keyset"));
    }
    throw new ParameterException(
        spec.commandLine(), "say where the keysets are: FILE or --secret-id NAME");
  }
}
