package io.schemamemory.planetscale.api.resource;

import io.schemamemory.planetscale.JsonObject;
import io.schemamemory.planetscale.JsonText;
import io.schemamemory.planetscale.UnreadableException;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads single items, each on its own.
public final class ItemReader {
  private static final Pattern ID = Pattern.compile("[\\w-]{1,255}");

  private ItemReader() {}

  /// Turns what was sent into ours.
  @FunctionalInterface
  public interface Telling<T> {
    T of(JsonObject sent) throws UnreadableException;
  }

  public static <T> Item<T> read(Raw raw, Telling<T> telling) {
    try {
      // What else was sent in another shape than we know still stands in the bytes.
      JsonObject sent = new JsonObject("", JsonText.read(raw.bytes()), new HashSet<>());
      return new Item.Read<>(telling.of(sent), raw);
    } catch (UnreadableException unreadable) {
      return new Item.Unreadable<>(id(raw), unreadable.reason(), raw);
    }
  }

  /// Reads an answer that is one item: if it is no JSON at all, it is no answer.
  public static <T> Item<T> one(Raw body, Telling<T> telling) throws UnreadableException {
    ListBody.member(body, "id");
    return read(body, telling);
  }

  /// So that what cannot be read can be named and looked up.
  private static @Nullable String id(Raw raw) {
    try {
      @Nullable String id = ListBody.member(raw, "id");
      return id != null && ID.matcher(id).matches() ? id : null;
    } catch (UnreadableException unreadable) {
      return null;
    }
  }
}
