package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Searches for a text in every table of the memory and every file of its server.
final class CanarySearch {
  private CanarySearch() {}

  /// Rows as text, in which bytes are hex.
  static List<String> tablesWith(DatabaseUrl url, String canary) {
    return names(
            url,
            "select c.relname::text from pg_class c where c.relnamespace = 'memory'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1")
        .stream()
        .filter(
            table ->
                !Rows.of(
                        url,
                        "set role memory_owner",
                        "select from memory.%1$s t where t::text like '%%%2$s%%' or t::text like '%%' || encode('%2$s', 'hex') || '%%' limit 1"
                            .formatted(table, canary))
                    .isEmpty())
        .toList();
  }

  /// The tables, or the folders with files, that contain the canary.
  static List<String> filesWith(PostgresServer server, DatabaseUrl url, String canary)
      throws IOException {
    try (var files = Files.walk(server.data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> holds(file, canary))
          .map(file -> server.data().relativize(file).toString())
          .map(file -> owner(url, file))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static String owner(DatabaseUrl url, String file) {
    return names(
            url,
            """
            select regexp_replace(coalesce(main.relname, c.relname)::text, '_[0-9]{6}$', '')
            from pg_class c left join pg_class main on main.reltoastrelid = c.oid
            where pg_relation_filepath(c.oid) = '%s'
            """
                .formatted(file.replaceFirst("_(fsm|vm)$|\\.\\d+$", "")))
        .stream()
        .findFirst()
        .orElse(file.replaceFirst("/.*", ""));
  }

  private static boolean holds(Path file, String canary) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(canary);
    } catch (IOException gone) {
      return false;
    }
  }

  private static List<String> names(DatabaseUrl url, String query) {
    return Rows.of(url, "", query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
