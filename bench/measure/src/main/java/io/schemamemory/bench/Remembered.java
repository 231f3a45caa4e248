package io.schemamemory.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How much stands in a memory: who does less than another leaves less.
///
/// @param counts rows of each table that were told, and how long the entries are
record Remembered(String counts) {
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

  static Remembered in(MigratedDatabase database) {
    try (Connection owner = database.owner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(COUNTS)) {
      row.next();
      return new Remembered(row.getString(1));
    } catch (SQLException failure) {
      throw new IllegalStateException("the memory could not be counted", failure);
    }
  }

  void requireSame(Remembered other) {
    if (!equals(other)) {
      throw new IllegalStateException("remembered is " + other.counts + ", not " + counts);
    }
  }
}
