package io.schemamemory.local.rehearsal.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Programs that come first on the PATH.
public final class Programs {
  /// As many machines have by default: no command may rest on it.
  private static final String OLD_JAVA =
      """
      #!/bin/sh
      echo 'this is an old Java: a command did not use bin/with-jdk25' >&2
      exit 1
      """;

  /// The page asks for version 2. Package indexes have version 1, which takes a payload as it is,
  /// and whose SQS needs the endpoint as an option. Not every resolver knows the names under
  /// `localhost` that MiniStack gives to APIs: they are shown by their path.
  private static final String AWS =
      """
      #!/bin/bash
      set -o pipefail
      arguments=()
      for argument in "$@"; do
        case $argument in
          --cli-binary-format | raw-in-base64-out) ;;
          *) arguments+=("$argument") ;;
        esac
      done
      'PROGRAM' --endpoint-url "$AWS_ENDPOINT_URL" "${arguments[@]}" |
        sed -E 's#//([0-9a-f]+)\\.execute-api\\.localhost:([0-9]+)#//127.0.0.1:\\2/_aws/execute-api/\\1/$default#g'
      """;

  private Programs() {}

  /// Makes them in a folder.
  ///
  /// @param aws AWS's command line, version 1
  public static Path in(Path folder, Path aws) throws IOException {
    Files.createDirectories(folder);
    make(folder.resolve("java"), OLD_JAVA);
    make(folder.resolve("javac"), OLD_JAVA);
    make(folder.resolve("aws"), AWS.replace("PROGRAM", aws.toString()));
    return folder;
  }

  private static void make(Path program, String script) throws IOException {
    Files.writeString(program, script);
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }
}
