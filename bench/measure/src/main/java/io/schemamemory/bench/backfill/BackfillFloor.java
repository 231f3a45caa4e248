package io.schemamemory.bench.backfill;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.bench.harness.BenchDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The floor of a backfill: parses the same pages and inserts the rows that the poller wrote, in
/// its batches.
final class BackfillFloor implements AutoCloseable {
  /// Pages of a batch: 500 entries.
  private static final int PAGES = 5;

  /// Empties all tables that a walk writes.
  static final String EMPTY =
      """
      set role memory_owner;
      truncate memory.audit_log_entry, memory.observation, memory.sighting,
        memory.observation_facet, memory.temporal_state, memory.entity, memory.deploy_request,
        memory.person, memory.person_identity, memory.feed_position, memory.lease,
        memory.request_budget, memory.run
      """;

  private final BenchDatabase database;
  private final Connection owner;
  private final List<byte[]> pages;
  private final List<TableCopy> tables;

  private BackfillFloor(
      BenchDatabase database, Connection owner, List<byte[]> pages, List<TableCopy> tables) {
    this.database = database;
    this.owner = owner;
    this.pages = pages;
    this.tables = tables;
  }

  /// Copies what is in the memory now.
  static BackfillFloor of(BenchDatabase database, LongAuditLog log) {
    try {
      database.asAdministrator(TableCopy.SCHEMA);
      Connection owner = database.owner();
      return new BackfillFloor(database, owner, log.read(), TableCopy.all(owner));
    } catch (SQLException failure) {
      throw new IllegalStateException("the rows could not be kept", failure);
    }
  }

  /// Milliseconds for all batches.
  double millis() {
    database.asAdministrator(EMPTY);
    try {
      long nanos = 0;
      owner.setAutoCommit(false);
      for (int batch = 0; batch * PAGES < pages.size(); batch++) {
        nanos += write(batch);
      }
      owner.setAutoCommit(true);
      for (TableCopy table : tables) {
        table.requireAll(owner);
      }
      return nanos / 1e6;
    } catch (SQLException failure) {
      throw new IllegalStateException("the rows could not be inserted", failure);
    }
  }

  /// Reading the copy is not timed, because the poller does not do it.
  private long write(int batch) throws SQLException {
    List<@Nullable String[][]> rows = new ArrayList<>();
    for (TableCopy table : tables) {
      rows.add(table.batch(owner, batch));
    }
    owner.commit();
    long began = System.nanoTime();
    parse(pages.subList(batch * PAGES, Math.min(pages.size(), (batch + 1) * PAGES)));
    for (int i = 0; i < rows.size(); i++) {
      tables.get(i).insert(owner, rows.get(i));
    }
    owner.commit();
    return System.nanoTime() - began;
  }

  private static void parse(List<byte[]> pages) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      for (byte[] page : pages) {
        if (!mapper.readTree(page).path("data").isArray()) {
          throw new IllegalStateException("a page of the log is none");
        }
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException("a page of the log is no JSON", malformed);
    }
  }

  @Override
  public void close() {
    try (owner;
        Statement statement = owner.createStatement()) {
      statement.execute("drop schema bench cascade");
    } catch (SQLException failure) {
      throw new IllegalStateException("the kept rows could not be dropped", failure);
    }
  }
}
