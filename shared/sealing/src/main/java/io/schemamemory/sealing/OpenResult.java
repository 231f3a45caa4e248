package io.schemamemory.sealing;

/// The result of opening a sealed value.
public sealed interface OpenResult {
  /// The decrypted text; `toString` does not reveal it.
  record Opened(String text) implements OpenResult {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /// The value could not be decrypted.
  record Refused(Reason reason) implements OpenResult {}

  /// Why a value could not be decrypted.
  enum Reason {
    /// The bytes were never sealed, or their beginning is missing.
    NOT_SEALED,
    /// The keyset does not have the key: the value was sealed with another or a newer keyset.
    KEY_UNKNOWN,
    /// The key was retired; it can be restored as long as it is not deleted.
    KEY_RETIRED,
    /// The value was edited, cut short, or copied from another row or column.
    ALTERED_OR_MOVED
  }
}
