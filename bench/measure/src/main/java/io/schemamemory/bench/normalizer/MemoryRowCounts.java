package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.BenchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Counts the memory's rows, to show that the variants wrote the same.
///
/// @param counts rows of each table, and the total length of the entries
record MemoryRowCounts(String counts) {
  private static final String COUNTS =
      """
      select concat_ws(' ',
        (select count(*) from memory.observation where template <> ''),
        (select sum(length(template)) from memory.observation),
        (select count(*) from memory.sighting),
        (select count(*) from memory.observation_facet),
        (select count(*) from memory.temporal_state),
        (select count(*) from memory.deploy_request where template <> ''),
        (select count(*) from memory.entity where last_seen > 'epoch'))
      """;

  static MemoryRowCounts in(BenchDatabase database) {
    try (Connection owner = database.owner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(COUNTS)) {
      row.next();
      return new MemoryRowCounts(row.getString(1));
    } catch (SQLException failure) {
      throw new IllegalStateException("the memory could not be counted", failure);
    }
  }

  void requireSame(MemoryRowCounts other) {
    if (!equals(other)) {
      throw new IllegalStateException("remembered is " + other.counts + ", not " + counts);
    }
  }
}
