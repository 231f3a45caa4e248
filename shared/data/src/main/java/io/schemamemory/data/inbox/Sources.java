package io.schemamemory.data.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lists and creates sources, over the [Owner]'s connection.
public final class Sources {
  private static final String WORKSPACES =
      """
      select s.name as source, w.name as workspace
      from memory.source s
      join memory.workspace w on w.id = s.workspace_id
      order by s.name
      """;

  private static final String MAKE_WORKSPACE =
      "insert into memory.workspace (name) values (?) on conflict (name) do nothing";

  private static final String MAKE_SOURCE =
      """
      insert into memory.source (workspace_id, name)
      select id, ? from memory.workspace where name = ?
      on conflict (name) do nothing
      """;

  private static final String USES =
      """
      select s.name, u.secret_fingerprint, u.last_matched_at
      from memory.secret_use u
      join memory.source s on s.id = u.source_id
      order by s.name, u.secret_fingerprint
      """;

  private static final String OLDEST_MONTH =
      "select min(starts) as starts from memory.month_of('delivery_body')";

  private final Connection connection;

  public Sources(Connection connection) {
    this.connection = connection;
  }

  /// When a source's secret last matched a delivery.
  public record SecretUse(String source, String fingerprint, Instant lastMatchedAt) {}

  /// Every source's workspace, by the source's name.
  public Map<String, String> workspaces() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WORKSPACES);
        ResultSet rows = statement.executeQuery()) {
      Map<String, String> workspaces = new TreeMap<>();
      while (rows.next()) {
        workspaces.put(rows.getString("source"), rows.getString("workspace"));
      }
      return workspaces;
    }
  }

  /// Creates a source, and its workspace if need be; an existing source keeps its workspace.
  ///
  /// @return the source's workspace
  public String ensure(String source, String workspace) throws SQLException {
    if (!workspaces().containsKey(source)) {
      run(MAKE_WORKSPACE, workspace);
      run(MAKE_SOURCE, source, workspace);
    }
    return workspaces().getOrDefault(source, workspace);
  }

  /// Every secret that has matched a delivery that is already normalized.
  public List<SecretUse> secretUses() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(USES);
        ResultSet rows = statement.executeQuery()) {
      List<SecretUse> uses = new ArrayList<>();
      while (rows.next()) {
        Instant last = rows.getObject("last_matched_at", OffsetDateTime.class).toInstant();
        uses.add(new SecretUse(rows.getString("name"), rows.getString("secret_fingerprint"), last));
      }
      return uses;
    }
  }

  /// When the oldest month of bodies begins: older deliveries can no longer be verified.
  public Optional<Instant> bodiesSince() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OLDEST_MONTH);
        ResultSet row = statement.executeQuery()) {
      row.next();
      @Nullable OffsetDateTime starts = row.getObject("starts", OffsetDateTime.class);
      return Optional.ofNullable(starts).map(OffsetDateTime::toInstant);
    }
  }

  private void run(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
