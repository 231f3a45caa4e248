package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is deployed, as the build leaves it.
class DeployedIT {
  private static final long MOST_BYTES = 5_000_000;
  private static final String SDK = "software/amazon/";

  @Test
  void without_the_sdk_it_is_at_most_five_megabytes() throws IOException {
    long bytes = 0;
    for (Path jar : jars()) {
      bytes += isOfTheSdk(jar) ? 0 : Files.size(jar);
    }

    assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/lambda/lib"))) {
      return files.toList();
    }
  }

  private static boolean isOfTheSdk(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().anyMatch(entry -> entry.getName().startsWith(SDK));
    }
  }
}
