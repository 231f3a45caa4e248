package io.schemamemory.data.audit;

import org.jspecify.annotations.Nullable;

/// Notices cursors that go round in a circle of any length, over any number of runs, by remembering
/// one of them.
///
/// The remembered place moves on whenever the number of pages has doubled: sooner or later it lies
/// in the circle and is longer ahead than the circle is long (Brent's algorithm).
///
/// @param pages how many there were
/// @param mark the remembered cursor; null before the first page
public record Trail(long pages, @Nullable String mark) {
  public static final Trail START = new Trail(0, null);

  /// Whether a cursor leads back to the remembered one.
  public boolean leadsBackTo(String cursor) {
    return cursor.equals(mark);
  }

  /// The trail one page further, at that page's cursor.
  public Trail to(String cursor) {
    long further = pages + 1;
    return new Trail(further, Long.bitCount(further) == 1 ? cursor : mark);
  }
}
