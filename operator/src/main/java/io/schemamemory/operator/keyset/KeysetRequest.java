package io.schemamemory.operator.keyset;

import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import io.schemamemory.sealing.keys.WrappingKey;
import java.util.List;
import java.util.function.UnaryOperator;

/// What `bin/keyset` is asked to do.
sealed interface KeysetRequest {
  /// Makes keysets where there are none.
  record Make() implements KeysetRequest {}

  /// Shows which keys there are.
  record Show() implements KeysetRequest {}

  /// Takes one keyset a step further.
  record Change(Purpose purpose, UnaryOperator<Keyset> step) implements KeysetRequest {}

  /// Wraps both with another key.
  record Rewrap(WrappingKey key) implements KeysetRequest {}

  /// Reads one as it is typed.
  ///
  /// @throws IllegalArgumentException if it is none
  static KeysetRequest parse(List<String> words) {
    return switch (words.size()) {
      case 1 -> whole(words.getFirst());
      case 2 -> withOne(words.getFirst(), words.getLast());
      case 3 -> new Change(Purpose.parse(words.get(1)), step(words.getFirst(), words.getLast()));
      default -> throw new IllegalArgumentException("one to three words");
    };
  }

  private static KeysetRequest whole(String verb) {
    return switch (verb) {
      case "make" -> new Make();
      case "show" -> new Show();
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static KeysetRequest withOne(String verb, String word) {
    return switch (verb) {
      case "add" -> new Change(Purpose.parse(word), Rotation::add);
      case "rewrap" -> new Rewrap(WrappingKey.parse(word));
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static UnaryOperator<Keyset> step(String verb, String word) {
    KeyId id = KeyId.parse(word);
    return switch (verb) {
      case "promote" -> keyset -> Rotation.promote(keyset, id);
      case "retire" -> keyset -> Rotation.retire(keyset, id);
      case "restore" -> keyset -> Rotation.restore(keyset, id);
      case "delete" -> keyset -> Rotation.delete(keyset, id);
      default -> throw new IllegalArgumentException(verb);
    };
  }
}
