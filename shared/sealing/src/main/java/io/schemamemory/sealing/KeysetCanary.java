package io.schemamemory.sealing;

import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.keys.KeyId;
import java.util.Optional;

/// A text everybody knows, sealed and hashed when a keyset was first used: another keyset shows by
/// it that it is another.
public record KeysetCanary(Sealed sealed, SearchHash hash) {
  private static final String TEXT = "canary";
  private static final SealedColumn SEALED = new SealedColumn("keyset_canary", "sealed");
  private static final SealedColumn HASH = new SealedColumn("keyset_canary", "hash");

  /// A reserved domain: it is nobody's address.
  private static final EmailAddress ADDRESS = new EmailAddress("canary@schema-memory.invalid");

  /// It belongs to no workspace, and this never changes.
  private static final long WORKSPACE = 1;

  private static final SealingContext CONTEXT = new SealingContext(WORKSPACE, SEALED, TEXT);

  /// What a keyset is to a database.
  public sealed interface Verdict {
    /// Values are sealed with it.
    ///
    /// @param current whether its primary keys are those the canary was made with
    record Belongs(boolean current) implements Verdict {}

    /// It is another's, or lacks a key.
    ///
    /// @param whatToDo what is wrong, and what to do about it
    record Foreign(String whatToDo) implements Verdict {}
  }

  /// Makes one with the primary keys.
  public static KeysetCanary make(Sealer sealer, SearchHasher hasher) {
    return new KeysetCanary(sealer.seal(CONTEXT, TEXT), hasher.hash(WORKSPACE, HASH, ADDRESS));
  }

  /// Whether these keys made it.
  public Verdict check(Sealer sealer, SearchHasher hasher) {
    if (sealer.open(CONTEXT, sealed) instanceof Refused(Reason reason)) {
      return new Verdict.Foreign(whatToDo("sealing", sealed.keyId(), reason));
    }
    if (!hasher.hashes(WORKSPACE, HASH, ADDRESS).contains(hash)) {
      return new Verdict.Foreign(whatToDo("hashing", hash.keyId(), Reason.KEY_UNKNOWN));
    }
    return new Verdict.Belongs(sealer.isCurrent(sealed) && hasher.isCurrent(hash));
  }

  private static String whatToDo(String purpose, Optional<KeyId> key, Reason reason) {
    String named = key.map(id -> " " + id).orElse("");
    return switch (reason) {
      case KEY_RETIRED ->
          "the %1$s key%2$s that this database's values were sealed with last is retired: restore it with bin/keyset FILE restore %1$s%2$s, and retire it after a reseal that has finished"
              .formatted(purpose, named);
      case KEY_UNKNOWN ->
          "SEALING_KEYSET has no live %s key%s, which this database's values were made with: it is another database's keyset, or lacks a key; bring back the keyset that was in use"
              .formatted(purpose, named);
      case NOT_SEALED, ALTERED_OR_MOVED ->
          "the %s key%s of SEALING_KEYSET does not open what this database's values are checked by, memory.keyset_canary: bring back the keyset that was in use, or restore that row"
              .formatted(purpose, named);
    };
  }

  @Override
  public String toString() {
    return "KeysetCanary";
  }
}
