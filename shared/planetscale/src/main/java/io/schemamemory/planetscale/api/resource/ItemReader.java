package io.schemamemory.planetscale.api.resource;

import io.schemamemory.planetscale.JsonObject;
import io.schemamemory.planetscale.JsonText;
import io.schemamemory.planetscale.UnreadableException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one item at a time, so that an unreadable one affects no other.
public final class ItemReader {
  private static final Pattern ID = Pattern.compile("[\\w-]{1,255}");

  private ItemReader() {}

  /// Makes a resource of an item's fields.
  @FunctionalInterface
  public interface FieldReader<T> {
    T read(JsonObject sent) throws UnreadableException;
  }

  public static <T> Item<T> read(Raw raw, FieldReader<T> reader) {
    try {
      // A field of an unknown shape is passed over; the raw bytes still have it.
      JsonObject sent = JsonText.read(raw.bytes());
      return new Item.Read<>(reader.read(sent), raw);
    } catch (UnreadableException unreadable) {
      return new Item.Unreadable<>(id(raw), unreadable.reason(), raw);
    }
  }

  /// Reads a body that is one item.
  ///
  /// @throws UnreadableException if it is not a JSON object
  public static <T> Item<T> one(Raw body, FieldReader<T> reader) throws UnreadableException {
    ListBody.member(body, "id");
    return read(body, reader);
  }

  /// So that an unreadable item can be named and looked up.
  private static @Nullable String id(Raw raw) {
    try {
      @Nullable String id = ListBody.member(raw, "id");
      return id != null && ID.matcher(id).matches() ? id : null;
    } catch (UnreadableException unreadable) {
      return null;
    }
  }
}
