package io.schemamemory.sealing.keys;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.function.BiConsumer;

/// The steps of a key rotation. Each returns a new keyset, so that every function can have one
/// before the next.
public final class Rotation {
  private Rotation() {}

  /// A keyset with one key.
  public static Keyset make(Purpose purpose) {
    Tink.ready();
    KeysetHandle.Builder builder = KeysetHandle.newBuilder();
    builder.addEntry(fresh(purpose).makePrimary());
    return built(purpose, builder);
  }

  /// Adds a key that only reads: every function must be able to read with it before one writes with
  /// it.
  public static Keyset add(Keyset keyset) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset.handle());
    builder.addEntry(fresh(keyset.purpose()));
    return built(keyset.purpose(), builder);
  }

  /// Makes a live key the primary one, which writes.
  ///
  /// @throws SealingException if the key is not live
  public static Keyset promote(Keyset keyset, KeyId id) {
    return change(keyset, id, KeyState.LIVE, (builder, at) -> builder.getAt(at).makePrimary());
  }

  /// Stops reading with a key; values still sealed with it can no longer be decrypted.
  ///
  /// @throws SealingException if the key is not live; the primary key cannot be retired
  public static Keyset retire(Keyset keyset, KeyId id) {
    return change(
        keyset,
        id,
        KeyState.LIVE,
        (builder, at) -> builder.getAt(at).setStatus(KeyStatus.DISABLED));
  }

  /// Makes a retired key live again.
  ///
  /// @throws SealingException if the key is not retired
  public static Keyset restore(Keyset keyset, KeyId id) {
    return change(
        keyset,
        id,
        KeyState.RETIRED,
        (builder, at) -> builder.getAt(at).setStatus(KeyStatus.ENABLED));
  }

  /// Deletes a retired key; values still sealed with it are lost.
  ///
  /// @throws SealingException if the key is not retired
  public static Keyset delete(Keyset keyset, KeyId id) {
    return change(keyset, id, KeyState.RETIRED, KeysetHandle.Builder::deleteAt);
  }

  private static KeysetHandle.Builder.Entry fresh(Purpose purpose) {
    return KeysetHandle.generateEntryFromParameters(purpose.parameters()).withRandomId();
  }

  private static Keyset change(
      Keyset keyset, KeyId id, KeyState needed, BiConsumer<KeysetHandle.Builder, Integer> change) {
    KeyState state =
        keyset
            .state(id)
            .orElseThrow(
                () ->
                    new SealingException(
                        "the keyset for " + keyset.purpose() + " has no key " + id));
    if (state != needed) {
      throw new SealingException(
          "key " + id + " is " + state + ", and only a " + needed + " one can be changed so");
    }
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset.handle());
    change.accept(builder, indexOf(keyset, id));
    return built(keyset.purpose(), builder);
  }

  private static int indexOf(Keyset keyset, KeyId id) {
    int at = 0;
    while (keyset.handle().getAt(at).getId() != id.value()) {
      at++;
    }
    return at;
  }

  private static Keyset built(Purpose purpose, KeysetHandle.Builder builder) {
    try {
      return new Keyset(purpose, builder.build());
    } catch (GeneralSecurityException refused) {
      throw new SealingException("Tink refused the keyset for " + purpose, refused);
    }
  }
}
