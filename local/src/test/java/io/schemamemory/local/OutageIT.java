package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole bundle while its database stops and starts.
class OutageIT {
  private static final String SECRET = "4f1d00c0ffee4f1d00c0ffee4f1d00c0ffee";

  /// Enough that each process of the receiver has seen the outage.
  private static final int SOME = 6;

  @TempDir private Path home;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final PostgresServer server = PostgresServer.start();
  private final DatabaseUrl direct = server.createDatabase("outage", "template1");
  private final int port = Ports.free();
  private final Closing closing = new Closing();
  private PgBouncer pooler;
  private LocalRun run;

  @BeforeEach
  void start() throws IOException {
    pooler = startPooler();
    run =
        LocalRun.start(
            GivenDatabase.settings(SECRET, direct, direct.at(port)),
            GivenDatabase.impatientRoot(home),
            home,
            closing,
            AllLines.to(log::add));
  }

  @AfterEach
  void stop() {
    closing.close();
    pooler.close();
    server.close();
  }

  @Test
  void what_was_answered_2xx_while_the_database_came_and_went_is_in_it_once() {
    Senders senders = Senders.start(run.uri(), SECRET);
    try (senders) {
      senders.awaitAccepted(SOME);
      during("a pooler that stands still", pooler::hang, senders, pooler::resume);
      during("a pooler that was killed", pooler::kill, senders, () -> pooler = startPooler());
      during("a server that stands still", server::hang, senders, server::resume);
      during("a server that was killed", server::kill, senders, server::startAgain);
      senders.awaitAccepted(SOME);
    }

    assertThat(senders.unanswered()).isZero();
    // API Gateway answers 500 for a function that Lambda ended at its timeout.
    assertThat(senders.answers().values()).isSubsetOf(202, 500, 503);
    Set<String> accepted = digests(senders.accepted());
    awaitStored(accepted);
    assertThat(stored())
        .as(() -> "stored; the functions said\n" + String.join("\n", log))
        .doesNotHaveDuplicates()
        .containsAll(accepted);
    assertThat(digests(senders.answers().keySet())).containsAll(stored());
    assertThat(ask("select count(*) from memory.delivery_body"))
        .isEqualTo(ask("select count(*) from memory.delivery"));
    assertThat(log)
        .anyMatch(line -> line.contains("received STORED"))
        .anyMatch(line -> line.contains("spilled source="))
        .anyMatch(line -> line.contains("drained "));
  }

  private void during(String outage, Runnable begin, Senders senders, Runnable end) {
    long before = log.stream().filter(line -> line.contains("spilled source=")).count();
    begin.run();
    try {
      senders.awaitAccepted(SOME);
    } finally {
      end.run();
    }
    assertThat(log.stream().filter(line -> line.contains("spilled source=")).count())
        .as(outage)
        .isGreaterThan(before);
    senders.awaitAccepted(SOME);
  }

  private PgBouncer startPooler() {
    Path userlist = bootstrapped().poolerLines().file();
    return PgBouncer.start(port, server.port(), userlist, 2);
  }

  /// Create the logins first, so that the pooler knows them when it starts.
  private Bootstrap.Result bootstrapped() {
    Path directory = Credentials.directory(home, direct);
    return Bootstrap.run(new Bootstrap.Request(direct, direct.at(port), directory));
  }

  private void awaitStored(Set<String> digests) {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (!stored().containsAll(digests) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  private List<String> stored() {
    return ask("select encode(digest, 'hex') from memory.delivery");
  }

  private List<String> ask(String query) {
    return Rows.of(direct, "set role memory_owner", query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  private static Set<String> digests(Set<String> bodies) {
    return bodies.stream().map(OutageIT::digest).collect(Collectors.toSet());
  }

  private static String digest(String body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
