package io.schemamemory.verification.schema;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lists schema `memory` from the server's catalogue: the same text for the same schema.
///
/// Months are left out, so that it does not depend on the day, nor does it on the database's name.
public final class Catalogue {
  private static final Path QUERIES =
      Samples.root().resolve("verification/src/test/resources/catalogue");

  /// In the order of their lines.
  private static final List<String> KINDS =
      List.of(
          "relations",
          "types",
          "sequences",
          "columns",
          "constraints",
          "indexes",
          "triggers",
          "functions",
          "policies",
          "grants",
          "comments");

  private Catalogue() {}

  /// The listing of a database, its objects ordered by name.
  public static String listing(DatabaseUrl url) {
    SortedMap<String, List<String>> subjects = new TreeMap<>();
    for (String kind : KINDS) {
      // Names outside pg_catalog are printed with their schema.
      for (Map<String, @Nullable Object> row :
          Rows.of(url, "set search_path = pg_catalog", query(kind))) {
        subjects
            .computeIfAbsent(String.valueOf(row.get("subject")), _ -> new ArrayList<>())
            .add(String.valueOf(row.get("line")));
      }
    }
    StringBuilder text = new StringBuilder();
    subjects.forEach(
        (subject, lines) -> {
          text.append(subject).append('\n');
          lines.forEach(line -> text.append(line.strip().indent(2)));
          text.append('\n');
        });
    return text.toString();
  }

  private static String query(String kind) {
    try {
      return Files.readString(QUERIES.resolve(kind + ".sql"));
    } catch (IOException failure) {
      throw new UncheckedIOException("no query for " + kind, failure);
    }
  }
}
