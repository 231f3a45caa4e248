package io.schemamemory.planetscale;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Names of the fields of a body that were not read, or not whole.
final class PassedOver {
  /// As PlanetScale writes a field's name. Another one could be a person's.
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private static final String UNNAMED = "(a field)";

  /// More are not named: a body may hold a million.
  private static final int MOST = 50;

  private final SortedSet<String> names = new TreeSet<>();

  /// The name of a field within another.
  static String path(String parent, String field) {
    return parent + (NAME.matcher(field).matches() ? field : UNNAMED);
  }

  static String twice(String path) {
    return path + " (twice)";
  }

  void add(String path) {
    if (names.size() < MOST) {
      names.add(path);
    }
  }

  List<String> names() {
    return List.copyOf(names);
  }
}
