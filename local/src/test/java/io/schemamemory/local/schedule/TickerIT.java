package io.schemamemory.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.handlers.Gated;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.local.template.Schedule;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickerIT {
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

  @Test
  void a_schedule_invokes_its_function() throws Exception {
    try (ServerSocket gate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Functions functions =
            new Functions(
                List.of(everyMoment(gate.getLocalPort())),
                _ -> new Code(CLASSES, List.of(CLASSES)),
                RuntimeClient.built(Path.of("..")),
                _ -> {});
        Ticker _ = Ticker.start(functions, Clock.systemUTC())) {
      gate.setSoTimeout(30_000);
      try (Socket arrived = gate.accept()) {
        assertThat(arrived.isConnected()).isTrue();
      }
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private static Function everyMoment(int gate) {
    return new Function(
        "Gated",
        "gated",
        Gated.class.getName(),
        Duration.ofSeconds(5),
        128,
        LogFormat.TEXT,
        false,
        Map.of("GATE", Integer.toString(gate)),
        List.of(),
        List.of(new Schedule("Tick", Duration.ofMillis(20), Schedule.Origin.SCHEDULER)));
  }
}
