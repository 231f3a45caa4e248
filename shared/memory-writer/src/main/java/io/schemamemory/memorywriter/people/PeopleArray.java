package io.schemamemory.memorywriter.people;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.memorywriter.rows.IdArray;
import java.util.Map;

/// The people of an entry as an [IdArray]: `{n}` in its text stands for the n-th.
public final class PeopleArray {
  private PeopleArray() {}

  public static String of(EntryText entry, Map<ActorId, Long> ids) {
    return IdArray.of(entry.people().stream().map(ids::get).toList());
  }
}
