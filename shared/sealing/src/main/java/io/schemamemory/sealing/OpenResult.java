package io.schemamemory.sealing;

/// What became of opening a sealed value.
public sealed interface OpenResult {
  /// The text as it was sealed; it does not print.
  record Opened(String text) implements OpenResult {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /// It stays shut.
  record Refused(Reason reason) implements OpenResult {}

  /// Why it stays shut.
  enum Reason {
    /// These bytes were never sealed, or have lost their beginning.
    NOT_SEALED,
    /// The keyset does not have the key: another keyset sealed it, or a newer one than this.
    KEY_UNKNOWN,
    /// The key was retired; it can be restored as long as it is not deleted.
    KEY_RETIRED,
    /// It was edited, cut short, or moved here from another place.
    ALTERED_OR_MOVED
  }
}
