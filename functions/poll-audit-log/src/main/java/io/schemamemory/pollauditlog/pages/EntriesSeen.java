package io.schemamemory.pollauditlog.pages;

import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entries one walk was shown in one run: a page without any other brings it no further,
/// whatever its cursor.
final class EntriesSeen {
  private final Set<String> seen = new HashSet<>();

  /// Takes a page's entries; whether one of them was not seen before.
  boolean isFurther(Page<AuditEntry> page) {
    boolean further = false;
    for (Item<AuditEntry> item : page.items()) {
      further |= seen.add(key(item));
    }
    return further;
  }

  void clear() {
    seen.clear();
  }

  private static String key(Item<AuditEntry> item) {
    @Nullable String id = id(item);
    return id == null ? "bytes " + item.raw().hashCode() + " " + item.raw().length() : id;
  }

  private static @Nullable String id(Item<AuditEntry> item) {
    return switch (item) {
      case Item.Read<AuditEntry> read -> read.value().id();
      case Item.Unreadable<AuditEntry> unreadable -> unreadable.id();
    };
  }
}
