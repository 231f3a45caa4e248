package io.schemamemory.sealing.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The unwrapped keys of one purpose: the primary writes, all live ones read.
public final class Keyset {
  private final Purpose purpose;
  private final KeysetHandle handle;
  private final Map<KeyId, KeyState> states = new TreeMap<>();

  Keyset(Purpose purpose, KeysetHandle handle) {
    this.purpose = purpose;
    this.handle = handle;
    for (int i = 0; i < handle.size(); i++) {
      KeysetHandle.Entry entry = handle.getAt(i);
      states.put(new KeyId(entry.getId()), KeyState.of(entry));
      if (!entry.getKey().getParameters().equals(purpose.parameters())) {
        throw new SealingException("the keyset for " + purpose + " has a key of another kind");
      }
    }
  }

  /// Unwraps the result of [#wrapped].
  ///
  /// @throws SealingException if it was wrapped with another key or for another purpose
  static Keyset unwrap(Purpose purpose, String json, WrappingKey key) {
    Tink.ready();
    try {
      return new Keyset(
          purpose, TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, key, purpose.context()));
    } catch (SealingException ours) {
      throw ours;
    } catch (GeneralSecurityException | RuntimeException refused) {
      // Any: Tink throws what its base64 and its JSON throw. Without the cause: it may repeat the
      // unwrapped bytes it could not read.
      throw new SealingException(
          "the keyset for "
              + purpose
              + " was not wrapped with "
              + key
              + ", or has been changed since: SEALING_KEYSET and SEALING_KEY belong together");
    }
  }

  String wrapped(Purpose wanted, WrappingKey key) {
    require(wanted);
    try {
      return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, key, purpose.context());
    } catch (GeneralSecurityException refused) {
      throw new SealingException("the keyset for " + purpose + " was not wrapped", refused);
    }
  }

  /// What the keys are for.
  public Purpose purpose() {
    return purpose;
  }

  /// The key that seals or hashes new values.
  public KeyId primary() {
    return new KeyId(handle.getPrimary().getId());
  }

  /// The state of a key; empty if the keyset does not have it.
  public Optional<KeyState> state(KeyId id) {
    return Optional.ofNullable(states.get(id));
  }

  /// The state of every key.
  public Map<KeyId, KeyState> states() {
    return Map.copyOf(states);
  }

  /// Tink's primitive for these keys.
  ///
  /// @throws IllegalArgumentException if the keyset is for another purpose
  public <P> P primitive(Purpose wanted, Class<P> type) {
    require(wanted);
    try {
      return handle.getPrimitive(RegistryConfiguration.get(), type);
    } catch (GeneralSecurityException refused) {
      throw new SealingException("the keyset for " + purpose + " cannot be used", refused);
    }
  }

  private void require(Purpose wanted) {
    if (purpose != wanted) {
      throw new IllegalArgumentException("the keyset is for " + purpose + ", not for " + wanted);
    }
  }

  KeysetHandle handle() {
    return handle;
  }

  @Override
  public String toString() {
    return "Keyset[" + purpose + " " + states + "]";
  }
}
