package io.schemamemory.data.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The feeds there are, over the connection of one transaction.
public final class Feeds {
  private static final String ENSURE = "select memory.ensure_feed(?)";

  /// What lags is last: a first walk takes long, and must not keep the others waiting.
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

  /// Makes the feed of an organization that has none, for the workspace `default`.
  public void ensure(String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENSURE)) {
      statement.setString(1, organization);
      statement.execute();
    }
  }

  /// Every feed; what needs least comes first.
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
