package io.schemamemory.bench.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.ErrorLogFilter;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.planetscale.Acme;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The real poller, warm, which reads a long audit log repeatedly into a memory of its own.
final class WarmPoller implements AutoCloseable {
  private static final String POLLER = DeclaredPoller.LOGICAL_ID;

  /// A long log needs more requests than a minute allows, and waiting would be measured, so the
  /// budget's row gets a minute far in the future and enough requests.
  private static final String UNLIMITED =
      """
      set role memory_owner;
      alter table memory.request_budget drop constraint if exists request_budget_remaining_check;
      insert into memory.request_budget values ('%s', '2999-01-01Z', 1000000000)
      on conflict (organization) do update set remaining = excluded.remaining
      """
          .formatted(Acme.NAME);

  private static final String COUNTS =
      "select (select count(*) from memory.audit_log_entry), (select count(*) from memory.sighting)";

  private final BenchDatabase database;
  private final LongAuditLog log;
  private final Function poller;
  private final Functions functions;

  /// The cost of reading the log to its end.
  record Walk(double millis, int invocations, long requests) {}

  private WarmPoller(
      BenchDatabase database, LongAuditLog log, Function poller, Functions functions) {
    this.database = database;
    this.log = log;
    this.poller = poller;
    this.functions = functions;
  }

  static WarmPoller of(BenchDatabase database, LongAuditLog log, Path root, RuntimeClient client) {
    Function poller =
        DeclaredPoller.of(database, root).with("PLANETSCALE_API_URL", log.planetScale().url());
    return new WarmPoller(
        database,
        log,
        poller,
        new Functions(
            List.of(poller), function -> Code.built(root, function), client, new ErrorLogFilter()));
  }

  int memoryMegabytes() {
    return poller.memoryMegabytes();
  }

  /// Reads the log into an empty memory, in as many invocations as needed.
  Walk walk() {
    database.asAdministrator(BackfillFloor.EMPTY);
    database.asAdministrator(UNLIMITED);
    long asked = log.requests();
    int invocations = 0;
    long began = System.nanoTime();
    do {
      invocations++;
    } while (!isDone(functions.invoke(POLLER, Payload.of("{}"))));
    double millis = (System.nanoTime() - began) / 1e6;
    requireAll();
    return new Walk(millis, invocations, log.requests() - asked);
  }

  /// Reads the log and measures the heap on the way, which is too slow to be timed.
  HeapGrowth heap() {
    AtomicReference<HeapGrowth> seen = new AtomicReference<>(HeapGrowth.NONE);
    int pages = log.pages();
    log.watch(
        page -> {
          if (HeapGrowth.isEarly(page, pages)) {
            seen.updateAndGet(heap -> heap.withEarly(LiveHeap.bytes()));
          }
          if (HeapGrowth.isLate(page, pages)) {
            seen.updateAndGet(heap -> heap.withLate(LiveHeap.bytes()));
          }
        });
    walk();
    return seen.get().required();
  }

  private void requireAll() {
    try (Connection owner = database.owner();
        Statement statement = owner.createStatement();
        ResultSet counts = statement.executeQuery(COUNTS)) {
      counts.next();
      if (counts.getInt(1) != log.entries() || counts.getInt(2) != log.entries()) {
        throw new IllegalStateException(
            "of %d entries %d are in the ledger and %d in the memory"
                .formatted(log.entries(), counts.getInt(1), counts.getInt(2)));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("what was polled could not be counted", failure);
    }
  }

  private static boolean isDone(InvocationOutcome outcome) {
    if (!(outcome instanceof InvocationOutcome.Answered(Payload answer))) {
      throw new IllegalStateException("polling " + outcome.summary());
    }
    try {
      JsonNode tally = new ObjectMapper().readTree(answer.text());
      return tally.path("feeds").asInt() == 1;
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("polling answered no JSON", malformed);
    }
  }

  @Override
  public void close() {
    functions.close();
  }
}
