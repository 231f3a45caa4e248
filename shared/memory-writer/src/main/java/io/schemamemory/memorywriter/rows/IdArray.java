package io.schemamemory.memorywriter.rows;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ids as a PostgreSQL array's text, such as `{7,8}`: one parameter, however many there are.
public final class IdArray {
  private IdArray() {}

  public static String of(Collection<? extends @Nullable Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
