package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.testkit.Samples;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// A function that cannot start says why in JSON, too: it is what an operator looks for then.
class FailedStartOutputIT {
  private final List<RunEvent.Output> output = new CopyOnWriteArrayList<>();

  @Test
  void the_setting_at_fault_is_named_in_a_line_of_json() {
    try (Bundle bundle =
        Bundle.start(template(), Samples.root(), 0, Clock.systemUTC(), this::collect)) {
      for (Function function : bundle.functions()) {
        bundle.invoke(function.logicalId(), "{}".getBytes(UTF_8));
      }
      assertThat(bundle.functions()).hasSize(5);
      assertThat(output.stream().map(RunEvent.Output::function).distinct()).hasSize(5);
    }

    assertThat(output).extracting(RunEvent.Output::text).allMatch(LogLine::isOne);
    assertThat(output)
        .filteredOn(line -> line.text().contains("DATABASE_"))
        .extracting(RunEvent.Output::function)
        .contains("ApplyRetention", "MigrateSchema");
  }

  private static Template template() {
    // It has a secret of the database as well, and only one of the two may be set.
    return Template.read(
            Samples.root().resolve("template.yaml"),
            new SecretValues(Map.of()),
            Map.of("SealingKey", "file:///nowhere", "SnapStart", "None"))
        .with("DATABASE_URL", "nowhere");
  }

  private void collect(RunEvent event) {
    if (event instanceof RunEvent.Output line) {
      output.add(line);
    }
  }
}
