package io.schemamemory.memory;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.EntryText;
import java.util.Map;
import java.util.stream.Collectors;

/// The people of an entry as a PostgreSQL array's text: the n-th is whom `{n}` stands for.
final class PeopleArray {
  private PeopleArray() {}

  static String of(EntryText entry, Map<ActorId, Long> ids) {
    return entry.people().stream()
        .map(person -> String.valueOf(ids.get(person)))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
