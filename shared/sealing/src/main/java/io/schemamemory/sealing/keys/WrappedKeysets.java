package io.schemamemory.sealing.keys;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/// The two keysets, encrypted with a wrapping key.
public final class WrappedKeysets {
  /// The expected form, for messages.
  public static final String FORM =
      "the JSON that bin/keyset wrote, {\"sealing\":{…},\"hashing\":{…}}";

  private final String sealing;
  private final String hashing;

  private WrappedKeysets(String sealing, String hashing) {
    this.sealing = sealing;
    this.hashing = hashing;
  }

  /// Makes two new keysets and wraps them.
  ///
  /// @throws SealingException if they cannot be wrapped
  public static WrappedKeysets make(WrappingKey key) {
    return wrap(Rotation.make(Purpose.SEALING), Rotation.make(Purpose.HASHING), key);
  }

  /// Wraps two keysets.
  ///
  /// @throws SealingException if they cannot be wrapped
  public static WrappedKeysets wrap(Keyset sealing, Keyset hashing, WrappingKey key) {
    return new WrappedKeysets(
        sealing.wrapped(Purpose.SEALING, key), hashing.wrapped(Purpose.HASHING, key));
  }

  /// Reads them as [#text] writes them.
  ///
  /// @throws IllegalArgumentException if one is missing
  public static WrappedKeysets parse(String json) {
    try {
      JsonObject document = JsonParser.parseString(json).getAsJsonObject();
      return new WrappedKeysets(
          member(document, Purpose.SEALING), member(document, Purpose.HASHING));
    } catch (JsonParseException | IllegalStateException | ClassCastException misshapen) {
      throw malformed();
    }
  }

  /// Unwraps the keyset for a purpose.
  ///
  /// @throws SealingException if it was wrapped with another key
  public Keyset unwrap(Purpose purpose, WrappingKey key) {
    return switch (purpose) {
      case SEALING -> Keyset.unwrap(purpose, sealing, key);
      case HASHING -> Keyset.unwrap(purpose, hashing, key);
    };
  }

  /// Replaces one keyset.
  public WrappedKeysets with(Keyset keyset, WrappingKey key) {
    return switch (keyset.purpose()) {
      case SEALING -> new WrappedKeysets(keyset.wrapped(Purpose.SEALING, key), hashing);
      case HASHING -> new WrappedKeysets(sealing, keyset.wrapped(Purpose.HASHING, key));
    };
  }

  /// The JSON document, in one line.
  public String text() {
    JsonObject document = new JsonObject();
    document.add(Purpose.SEALING.toString(), JsonParser.parseString(sealing));
    document.add(Purpose.HASHING.toString(), JsonParser.parseString(hashing));
    return document.toString();
  }

  private static String member(JsonObject document, Purpose purpose) {
    JsonObject keyset = document.getAsJsonObject(purpose.toString());
    if (keyset == null
        || !(keyset.get("encryptedKeyset") instanceof JsonPrimitive encrypted)
        || !encrypted.isString()) {
      throw malformed();
    }
    return keyset.toString();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("wrapped keysets are " + FORM);
  }

  @Override
  public String toString() {
    return "WrappedKeysets";
  }
}
