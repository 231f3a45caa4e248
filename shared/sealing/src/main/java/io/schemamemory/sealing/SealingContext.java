package io.schemamemory.sealing;

import java.util.List;

/// The workspace, column and row a sealed value belongs to; it cannot be opened for another.
///
/// @param rowKey identifies the row, never changes, and is known before the row is written, such as
///     PlanetScale's id; it is not hidden, so it must not be personal
public record SealingContext(long workspaceId, SealedColumn column, List<String> rowKey) {
  /// Takes a row key of one or more parts.
  ///
  /// @throws IllegalArgumentException if the key has no parts, or an empty or non-Unicode one,
  ///     or if
  ///     the workspace id is not positive
  public SealingContext {
    rowKey = List.copyOf(rowKey);
    if (workspaceId < 1 || rowKey.isEmpty() || rowKey.contains("")) {
      throw new IllegalArgumentException(
          "a sealing context needs a workspace's id and a row's key");
    }
    rowKey.forEach(Encoding::utf8);
  }

  /// Takes a row key of one part.
  public SealingContext(long workspaceId, SealedColumn column, String rowKey) {
    this(workspaceId, column, List.of(rowKey));
  }

  /// Bytes that no other context has.
  byte[] encoded() {
    return Encoding.of("place/1")
        .number(workspaceId)
        .text(column.table())
        .text(column.name())
        .texts(rowKey)
        .bytes();
  }
}
