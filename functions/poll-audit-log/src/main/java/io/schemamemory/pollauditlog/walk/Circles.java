package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Trail;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import java.util.Optional;
import java.util.stream.Stream;

/// Notices over several runs that pages go round in a circle, by an entry that a walk remembers:
/// the cursors of a circle may be new each time.
final class Circles {
  private Circles() {}

  /// Whether a page leads back to where the walk was before.
  static boolean leadsBack(Trail trail, Page<AuditEntry> page) {
    return page.next().isPresent()
        && Stream.concat(page.next().map(Cursor::value).stream(), ids(page))
            .anyMatch(trail::leadsBackTo);
  }

  /// The trail one page further: an entry's id is a cursor, too.
  static Trail further(Trail trail, Page<AuditEntry> page, String cursor) {
    Optional<String> last = ids(page).reduce((_, later) -> later);
    return trail.to(last.orElse(cursor));
  }

  private static Stream<String> ids(Page<AuditEntry> page) {
    return page.items().stream().flatMap(Circles::id);
  }

  static Stream<String> id(Item<AuditEntry> item) {
    return switch (item) {
      case Item.Read<AuditEntry> read -> Stream.of(read.value().id());
      case Item.Unreadable<AuditEntry> unreadable -> Stream.ofNullable(unreadable.id());
    };
  }
}
