package io.schemamemory.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Merges a function's properties with the globals, as SAM does.
public final class Globals {
  private Globals() {}

  /// Maps are merged key by key, lists appended, anything else replaced.
  public static @Nullable Object merge(@Nullable Object global, @Nullable Object own) {
    if (global instanceof Map<?, ?> globals && own instanceof Map<?, ?> owns) {
      Map<Object, @Nullable Object> merged = new LinkedHashMap<>(globals);
      owns.forEach((key, value) -> merged.put(key, merge(globals.get(key), value)));
      return merged;
    }
    if (global instanceof List<?> globals && own instanceof List<?> owns) {
      return Stream.concat(globals.stream(), owns.stream()).toList();
    }
    return own == null ? global : own;
  }
}
