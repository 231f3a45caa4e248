package io.schemamemory.sealing;

import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.SealingException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the keyed hashes that find sealed values; thread-safe.
public final class SearchHasher {
  private static final int HASH_BYTES = 32;

  private final KeyId primary;
  private final Prf writing;
  private final Map<KeyId, Prf> functions;

  /// Hashes with the keys of a keyset for hashing.
  public SearchHasher(Keyset keyset) {
    this.primary = keyset.primary();
    this.functions = new TreeMap<>();
    try {
      PrfSet set = keyset.primitive(Purpose.HASHING, PrfSet.class);
      set.getPrfs().forEach((id, function) -> functions.put(new KeyId(id), function));
      this.writing = requireNonNull(functions.get(primary));
    } catch (GeneralSecurityException refused) {
      throw new SealingException("the keyset for hashing has a key Tink cannot use", refused);
    }
  }

  /// The hash to store.
  public SearchHash hash(long workspaceId, SealedColumn column, Searchable value) {
    return hash(primary, writing, input(workspaceId, column, value));
  }

  /// The hashes to search for: during a key rotation any of them may be stored.
  public List<SearchHash> hashes(long workspaceId, SealedColumn column, Searchable value) {
    byte[] input = input(workspaceId, column, value);
    return functions.entrySet().stream()
        .map(function -> hash(function.getKey(), function.getValue(), input))
        .toList();
  }

  /// Whether a hash was made with the primary key. If not, it must be made again before its key is
  /// retired.
  public boolean isCurrent(SearchHash hash) {
    return hash.keyId().equals(Optional.of(primary));
  }

  /// The first bytes of every hash made with the primary key.
  public byte[] mark() {
    return primary.mark();
  }

  private static byte[] input(long workspaceId, SealedColumn column, Searchable value) {
    return Encoding.of("hash/1")
        .number(workspaceId)
        .text(column.table())
        .text(column.name())
        .text(value.kind())
        .text(value.canonical())
        .bytes();
  }

  private static SearchHash hash(KeyId id, Prf function, byte[] input) {
    try {
      byte[] hash = function.compute(input, HASH_BYTES);
      return SearchHash.of(
          ByteBuffer.allocate(KeyId.MARK_BYTES + HASH_BYTES).put(id.mark()).put(hash).array());
    } catch (GeneralSecurityException refused) {
      throw new SealingException("a value could not be hashed", refused);
    }
  }
}
