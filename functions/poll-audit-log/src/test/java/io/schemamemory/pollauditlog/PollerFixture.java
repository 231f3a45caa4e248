package io.schemamemory.pollauditlog;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.roles.Login;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The real poller over a database of its own, before a stand-in for PlanetScale.
@ExtendWith(SystemStubsExtension.class)
abstract class PollerFixture {
  static final String ORGANIZATION = "acme";

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @TempDir private static Path directory;
  static String sealingKey = "";
  static String keysets = "";

  @SystemStub final EnvironmentVariables environment = new EnvironmentVariables();

  @AutoClose final PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(TestBeans.NOW::get, 0);

  final StandInAuditLog log = planetScale.organization(ORGANIZATION).auditLog();

  /// The last invocation.
  LambdaInvocation invocation = new LambdaInvocation();

  @BeforeAll
  static void makeKeys() {
    KeyFile key = new KeyFile(directory.resolve("sealing.key"));
    if (key.makeIfAbsent()) {
      sealingKey = key.path().toUri().toString();
      keysets = WrappedKeysets.make(key).text();
    }
  }

  @BeforeEach
  void startEmpty() {
    database.empty();
    TestBeans.NOW.set(FixedTime.NOW);
    TestBeans.SIZES.set(WalkSizes.USUAL);
    planetScale.grant("polling:s3cret", ORGANIZATION, "read_audit_logs");
    environment.set("DATABASE_URL", database.url(Login.POLL_AUDIT_LOG).reveal());
    environment.set("PLANETSCALE_API_URL", planetScale.url());
    environment.set("PLANETSCALE_ORGANIZATION", ORGANIZATION);
    environment.set("PLANETSCALE_SERVICE_TOKEN_ID", "polling");
    environment.set("PLANETSCALE_SERVICE_TOKEN", "s3cret");
    environment.set("SEALING_KEY", sealingKey);
    environment.set("SEALING_KEYSET", keysets);
  }

  PollCounts run() {
    return run(new PollAuditLog());
  }

  PollCounts run(PollAuditLog poller) {
    invocation = new LambdaInvocation();
    return PollCounts.of(poller.handleRequest(Map.of(), invocation));
  }

  /// An invocation with so much time, by the test's clock.
  PollCounts run(PollAuditLog poller, Duration left) {
    invocation = new LambdaInvocation(TestBeans.NOW::get, left);
    return PollCounts.of(poller.handleRequest(Map.of(), invocation));
  }

  /// In an invocation of its own, for concurrent runs.
  static PollCounts poll(PollAuditLog poller) {
    return PollCounts.of(poller.handleRequest(Map.of(), new LambdaInvocation()));
  }

  long requests() {
    return planetScale.requests("audit-log");
  }

  static List<String> ledger() {
    return strings("select id from memory.audit_log_entry order by id");
  }

  static List<String> strings(String query) {
    return database.rows(query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  static String string(String query) {
    return strings(query).getFirst();
  }

  /// As a person reads it, with the reader's login.
  static List<String> read(String query) {
    return Rows.of(database.url(Login.READER), "", query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
