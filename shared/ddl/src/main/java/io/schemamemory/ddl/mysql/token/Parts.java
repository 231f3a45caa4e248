package io.schemamemory.ddl.mysql.token;

import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.List;
import java.util.stream.Stream;

/// How clauses that cannot be read together are divided, to find those that can.
public final class Parts {
  private Parts() {}

  /// Halves, since most clauses can be read and few attempts find the one that cannot; or each
  /// alone, where an attempt takes too much work. One clause is a part.
  public static <T> List<List<T>> of(List<T> clauses, Reason reason) {
    if (reason == Reason.TOO_INVOLVED || clauses.size() < 2) {
      return clauses.stream().map(List::of).toList();
    }
    int half = clauses.size() / 2;
    return Stream.of(clauses.subList(0, half), clauses.subList(half, clauses.size())).toList();
  }
}
