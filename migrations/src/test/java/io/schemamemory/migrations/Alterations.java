package io.schemamemory.migrations;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds the existing tables that a migration locks, which live traffic may be using.
final class Alterations {
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  // A function's body runs later, if at all.
  private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
  private static final Pattern CREATED = table("create\\s+table(\\s+if\\s+not\\s+exists)?");
  private static final Pattern ALTERED = table("alter\\s+table(\\s+if\\s+exists)?(\\s+only)?");

  private Alterations() {}

  /// The tables a migration alters and did not create itself.
  static SortedSet<String> of(String sql) {
    String statements = BODY.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("''");
    SortedSet<String> tables = found(ALTERED, statements);
    tables.removeAll(found(CREATED, statements));
    return tables;
  }

  private static Pattern table(String start) {
    return Pattern.compile(start + "\\s+memory\\.(?<table>\\w+)", Pattern.CASE_INSENSITIVE);
  }

  private static SortedSet<String> found(Pattern pattern, String statements) {
    SortedSet<String> tables = new TreeSet<>();
    pattern.matcher(statements).results().forEach(match -> tables.add(match.group("table")));
    return tables;
  }
}
