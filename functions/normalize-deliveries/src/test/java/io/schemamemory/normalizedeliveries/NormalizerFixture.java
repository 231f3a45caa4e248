package io.schemamemory.normalizedeliveries;

import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The real normalizer over a database of its own, emptied before each test.
@ExtendWith(SystemStubsExtension.class)
abstract class NormalizerFixture {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final List<String> LIFE =
      List.of(
          "opened",
          "queued",
          "in_progress",
          "pending_cutover",
          "schema_applied",
          "reverted",
          "closed");

  @SystemStub final EnvironmentVariables environment = new EnvironmentVariables();

  final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startEmpty() {
    database.empty();
    TestBeans.CLAIM_SIZE.set(ClaimSize.DEFAULT);
    environment.set("DATABASE_URL", database.url(Login.NORMALIZE_DELIVERIES).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
  }

  Counts<NormalizeCounter> run() {
    return counted(ask(Map.of()));
  }

  /// The answer of a run, which the handler declares as an object.
  @SuppressWarnings("unchecked")
  static Counts<NormalizeCounter> counted(Object answer) {
    return (Counts<NormalizeCounter>) answer;
  }

  /// The counts of a run, in the order of the counters.
  static Counts<NormalizeCounter> counts(
      long normalized, long unknown, long quarantined, long failed) {
    return Counts.of(NormalizeCounter.NORMALIZED, normalized)
        .plus(NormalizeCounter.UNKNOWN, unknown)
        .plus(NormalizeCounter.QUARANTINED, quarantined)
        .plus(NormalizeCounter.FAILED, failed);
  }

  Object ask(Map<String, Object> event) {
    return new NormalizeDeliveries().handleRequest(event, invocation);
  }

  static List<byte[]> life() {
    return LIFE.stream().map(step -> Samples.payload("deploy_request." + step)).toList();
  }

  static List<Map<String, @Nullable Object>> rows(String table) {
    return database.rows("select * from memory." + table);
  }

  /// As a person reads it, with the reader's login.
  static String timeline() {
    return read(
        """
        select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || '  ' || entry
        from timeline order by occurred_at, id
        """);
  }

  static String story() {
    return read("select outcome || ': ' || story from story");
  }

  static String read(String query) {
    Stream<String> lines =
        Rows.of(database.url(Login.READER), "", query).stream()
            .map(row -> row.values().iterator().next() + "\n");
    return String.join("", lines.toList());
  }
}
