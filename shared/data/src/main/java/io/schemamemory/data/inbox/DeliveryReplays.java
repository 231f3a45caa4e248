package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests and runs replays, which put deliveries back into the inbox, over the connection of one
/// transaction.
public final class DeliveryReplays {
  private static final String COLUMNS =
      "id, selection, argument, position, last_delivery_id, replayed, without_body, finished_at";

  private static final String REQUEST =
      """
      insert into memory.replay (selection, argument, last_delivery_id)
      select ?, ?, coalesce(max(id), 0) from memory.delivery
      returning\s"""
          + COLUMNS;

  private static final String LATEST =
      "select " + COLUMNS + " from memory.replay order by id desc limit ?";

  /// Skips a replay that another worker is running.
  private static final String NEXT =
      "select "
          + COLUMNS
          + " from memory.replay where finished_at is null order by id limit 1"
          + " for update skip locked";

  private static final String ADVANCE =
      """
      update memory.replay
      set position = ?, replayed = replayed + ?, without_body = without_body + ?,
        finished_at = case when ? = last_delivery_id then clock_timestamp() end
      where id = ?
      """;

  private final Connection connection;

  public DeliveryReplays(Connection connection) {
    this.connection = connection;
  }

  /// Requests a replay of deliveries received until now.
  public DeliveryReplay request(DeliverySelection selection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REQUEST)) {
      statement.setString(1, name(selection));
      statement.setObject(2, argument(selection), Types.VARCHAR);
      return replays(statement).getFirst();
    }
  }

  /// The latest replays, newest first.
  public List<DeliveryReplay> latest(int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
      statement.setInt(1, limit);
      return replays(statement);
    }
  }

  /// Puts the next batch of the oldest unfinished replay back into the inbox; empty if none is
  /// unfinished.
  public Optional<DeliveryReplay> step() throws SQLException {
    Optional<DeliveryReplay> next;
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      next = replays(statement).stream().findFirst();
    }
    if (next.isEmpty()) {
      return next;
    }
    DeliveryReplay replay = next.get();
    return Optional.of(advance(replay, new ReplayBatch(connection).run(replay)));
  }

  private DeliveryReplay advance(DeliveryReplay replay, ReplayBatch.Result batch)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
      statement.setLong(1, batch.end());
      statement.setLong(2, batch.replayed());
      statement.setLong(3, batch.withoutBody());
      statement.setLong(4, batch.end());
      statement.setLong(5, replay.id());
      statement.executeUpdate();
    }
    return replay.after(batch);
  }

  private static String name(DeliverySelection selection) {
    return switch (selection) {
      case DeliverySelection.Everything _ -> "everything";
      case DeliverySelection.Quarantined _ -> "quarantined";
      case DeliverySelection.OfReason _ -> "reason";
      case DeliverySelection.OfEvent _ -> "event";
      case DeliverySelection.Deliveries _ -> "deliveries";
    };
  }

  private static @Nullable String argument(DeliverySelection selection) {
    return switch (selection) {
      case DeliverySelection.Everything _, DeliverySelection.Quarantined _ -> null;
      case DeliverySelection.OfReason(String reason) -> reason;
      case DeliverySelection.OfEvent(String event) -> event;
      case DeliverySelection.Deliveries(List<Long> ids) ->
          ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    };
  }

  private static List<DeliveryReplay> replays(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<DeliveryReplay> replays = new ArrayList<>();
      while (row.next()) {
        replays.add(
            new DeliveryReplay(
                row.getLong("id"),
                row.getString("selection"),
                row.getString("argument"),
                row.getLong("position"),
                row.getLong("last_delivery_id"),
                row.getLong("replayed"),
                row.getLong("without_body"),
                row.getObject("finished_at") != null));
      }
      return replays;
    }
  }
}
