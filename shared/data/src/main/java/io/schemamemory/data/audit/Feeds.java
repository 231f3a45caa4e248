package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Lists and creates feeds, over the connection of one transaction.
public final class Feeds {
  private static final String ENSURE = "select memory.ensure_feed(?)";

  /// The feeds that are furthest behind come last: a first walk takes long and would hold up the
  /// others.
  private static final String READ =
      """
      select f.id, f.workspace_id, f.organization
      from memory.feed f
      left join memory.feed_position p on p.feed_id = f.id
      order by p.caught_up_at desc nulls last, f.id
      """;

  private final Connection connection;

  public Feeds(Connection connection) {
    this.connection = connection;
  }

  /// Creates an organization's feed in the workspace `default`, unless it has one.
  public void ensure(String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENSURE)) {
      statement.setString(1, organization);
      statement.execute();
    }
  }

  /// Every feed, those with the least to read first.
  public List<Feed> read() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet rows = statement.executeQuery()) {
      List<Feed> feeds = new ArrayList<>();
      while (rows.next()) {
        feeds.add(new Feed(rows.getLong(1), rows.getLong(2), rows.getString(3)));
      }
      return feeds;
    }
  }
}
