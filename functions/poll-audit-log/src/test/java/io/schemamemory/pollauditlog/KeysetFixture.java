package io.schemamemory.pollauditlog;

import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// The poller with keysets that a test exchanges, before a log of two entries.
abstract class KeysetFixture extends PollerFixture {
  static final String CANARY =
      "select encode(sealed, 'hex') || encode(hash, 'hex') from memory.keyset_canary";

  @BeforeEach
  void twoEntries() {
    log.generate(2, FixedTime.NOW, Duration.ofMinutes(1));
  }

  String keysetLine() {
    DoctorAnswer answer =
        (DoctorAnswer)
            new PollAuditLog().handleRequest(Map.of("command", "doctor"), new LambdaInvocation());
    return answer.lines().stream()
        .filter(line -> line.contains(" keyset: "))
        .findFirst()
        .orElse("no such line in " + answer.lines());
  }

  /// Another keyset under the same wrapping key.
  static String other() {
    return WrappedKeysets.make(key()).text();
  }

  static KeyFile key() {
    return new KeyFile(Path.of(URI.create(sealingKey)));
  }
}
