package io.schemamemory.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that the poller left, known in advance: what is left to do is to parse the pages and to
/// insert them, in the poller's batches.
final class KnownRows implements AutoCloseable {
  /// Pages a batch, of 500 entries.
  private static final int PAGES = 5;

  /// All that a walk fills.
  static final String EMPTY =
      """
      set role memory_owner;
      truncate memory.audit_log_entry, memory.observation, memory.sighting,
        memory.observation_facet, memory.temporal_state, memory.entity, memory.deploy_request,
        memory.person, memory.person_identity, memory.feed_position, memory.lease,
        memory.request_budget, memory.run
      """;

  private final MigratedDatabase database;
  private final Connection owner;
  private final List<byte[]> pages;
  private final List<KnownTable> tables;

  private KnownRows(
      MigratedDatabase database, Connection owner, List<byte[]> pages, List<KnownTable> tables) {
    this.database = database;
    this.owner = owner;
    this.pages = pages;
    this.tables = tables;
  }

  /// Of what is in the memory now.
  static KnownRows of(MigratedDatabase database, LongLog log) {
    try {
      database.asAdministrator(KnownTable.SCHEMA);
      Connection owner = database.owner();
      return new KnownRows(database, owner, log.read(), KnownTable.all(owner));
    } catch (SQLException failure) {
      throw new IllegalStateException("the rows could not be kept", failure);
    }
  }

  /// Milliseconds for all of them.
  double millis() {
    database.asAdministrator(EMPTY);
    try {
      long nanos = 0;
      owner.setAutoCommit(false);
      for (int batch = 0; batch * PAGES < pages.size(); batch++) {
        nanos += write(batch);
      }
      owner.setAutoCommit(true);
      for (KnownTable table : tables) {
        table.requireAll(owner);
      }
      return nanos / 1e6;
    } catch (SQLException failure) {
      throw new IllegalStateException("the rows could not be inserted", failure);
    }
  }

  /// Reading what to insert is nothing the poller does, and not counted.
  private long write(int batch) throws SQLException {
    List<@Nullable String[][]> rows = new ArrayList<>();
    for (KnownTable table : tables) {
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
