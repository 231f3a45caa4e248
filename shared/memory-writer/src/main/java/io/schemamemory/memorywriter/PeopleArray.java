package io.schemamemory.memorywriter;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.EntryText;
import java.util.Map;

/// The people of an entry as an [IdArray]: the n-th is whom `{n}` stands for.
final class PeopleArray {
  private PeopleArray() {}

  static String of(EntryText entry, Map<ActorId, Long> ids) {
    return IdArray.of(entry.people().stream().map(ids::get).toList());
  }
}
