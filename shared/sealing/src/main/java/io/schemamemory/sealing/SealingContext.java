package io.schemamemory.sealing;

import java.util.List;

/// Where a sealed value stands: it cannot be opened anywhere else.
///
/// @param rowKey what names the row for ever and is known before it is written, such as
///     PlanetScale's id; it is not hidden, so it is nothing personal
public record SealingContext(long workspaceId, SealedColumn column, List<String> rowKey) {
  /// Takes a key of one or more parts.
  ///
  /// @throws IllegalArgumentException if the key has no part, an empty one or one that is no
  ///     Unicode, or if the workspace can be none
  public SealingContext {
    rowKey = List.copyOf(rowKey);
    if (workspaceId < 1 || rowKey.isEmpty() || rowKey.contains("")) {
      throw new IllegalArgumentException("a place has a workspace's id and a row's key");
    }
    rowKey.forEach(Encoding::utf8);
  }

  /// Takes a key of one part.
  public SealingContext(long workspaceId, SealedColumn column, String rowKey) {
    this(workspaceId, column, List.of(rowKey));
  }

  /// The bytes that stand for this place and no other.
  byte[] encoded() {
    return Encoding.of("place/1")
        .number(workspaceId)
        .text(column.table())
        .text(column.name())
        .texts(rowKey)
        .bytes();
  }
}
