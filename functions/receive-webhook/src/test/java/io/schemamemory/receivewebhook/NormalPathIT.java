package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process of its own loads to receive one webhook.
class NormalPathIT extends ReceiverFixture {
  private static final String SDK = "software.amazon.awssdk.";
  private static final String SPILL = "io.schemamemory.webhook.spill.";
  private static final String CRAC = "org.crac.";
  private static final String PRIMING = "io.schemamemory.receivewebhook.Priming ";
  private static final String METRIC = "io.schemamemory.receivewebhook.ReceiverMetric ";

  @TempDir private Path folder;

  @Test
  void storing_loads_no_classes_for_spilling_snapshots_or_metrics() throws Exception {
    List<String> loaded = loaded();
    // On a busy machine even a healthy database may be too slow.
    for (int more = 20; (bodies().isEmpty() || spills(loaded)) && more > 0; more--) {
      loaded = loaded();
    }

    assertThat(bodies()).hasSize(1);
    assertThat(loaded)
        .anyMatch(line -> line.contains("org.postgresql.Driver "))
        .noneMatch(line -> line.contains(SDK) || line.contains(SPILL))
        .noneMatch(line -> line.contains(CRAC) || line.contains(PRIMING))
        .noneMatch(line -> line.contains(METRIC));
  }

  @Test
  void with_snapstart_the_priming_classes_are_loaded_from_their_expected_packages()
      throws Exception {
    environment.set("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    assertThat(loaded())
        .anyMatch(line -> line.contains(CRAC))
        .anyMatch(line -> line.contains(PRIMING));
  }

  @Test
  void without_a_database_the_spill_classes_are_loaded_from_their_expected_packages()
      throws Exception {
    environment.set("DATABASE_URL", NOWHERE);

    assertThat(loaded())
        .anyMatch(line -> line.contains(SDK))
        .anyMatch(line -> line.contains(SPILL));
  }

  /// Whether it was made ready to spill, as it is once the database has taken most of its time.
  private static boolean spills(List<String> loaded) {
    return loaded.stream().anyMatch(line -> line.contains(SDK) || line.contains(SPILL));
  }

  /// The classes loaded until the answer.
  private List<String> loaded() throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + classes,
            "-cp",
            System.getProperty("java.class.path"),
            OneWebhook.class.getName());
    builder.environment().putAll(environment.getVariables());
    Process process = builder.start();
    try (OutputStream event = process.getOutputStream()) {
      event.write(JSON.writeValueAsBytes(signed(Samples.payload("branch.ready"))));
    }
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        // A cold process on a busy machine may not reach the queue in time.
        .isIn("{\"statusCode\":202}", "{\"statusCode\":503}");
    process.waitFor();
    return Files.readAllLines(classes);
  }
}
