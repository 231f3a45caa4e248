package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A checkout with nothing in it but `bin/try`, whose Maven, JVM and `sleep` are given by a test.
record TryScript(Path checkout) {
  /// What an invocation printed, both streams in one, and how it ended.
  record Run(int status, List<String> lines) {}

  static TryScript in(Path checkout) throws IOException {
    TryScript script = new TryScript(checkout);
    String original = Files.readString(Samples.root().resolve("bin/try"));
    script.program("bin/try", original);
    script.program("bin/with-jdk25", "#!/usr/bin/env bash\nexec \"$@\"\n");
    script.program("fake/java", "#!/usr/bin/env bash\necho \"java $*\"\n");
    return script;
  }

  /// Maven says this, a line each, and ends with the status.
  TryScript maven(int status, String... lines) throws IOException {
    Path said = Files.writeString(checkout.resolve("maven.txt"), String.join("\n", lines) + "\n");
    return maven("cat '" + said + "'\nexit " + status);
  }

  TryScript maven(String body) throws IOException {
    program("fake/mvn", "#!/usr/bin/env bash\n" + body + "\n");
    return this;
  }

  /// A second passes at once.
  TryScript hurried() throws IOException {
    program("fake/sleep", "#!/usr/bin/env bash\n");
    return this;
  }

  Run run(String... options) throws IOException, InterruptedException {
    Process process = start(options);
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    return new Run(process.waitFor(), lines);
  }

  Process start(String... options) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(checkout.resolve("bin/try").toString());
    builder.command().addAll(List.of(options));
    builder
        .environment()
        .merge("PATH", checkout.resolve("fake") + ":", (path, fake) -> fake + path);
    return builder.redirectErrorStream(true).start();
  }

  private void program(String name, String text) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
