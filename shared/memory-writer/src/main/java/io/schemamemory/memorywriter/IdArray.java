package io.schemamemory.memorywriter;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ids as a PostgreSQL array's text, such as `{7,8}`: one parameter, however many there are.
final class IdArray {
  private IdArray() {}

  static String of(Collection<? extends @Nullable Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
