package io.schemamemory.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every column is of a class in `migrations/columns.txt`.
class ColumnsIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final List<String> CLASSES =
      List.of("plain", "personal", "secret", "evidence", "derived", "sealed");

  @Test
  void every_column_is_classified_and_every_class_is_of_a_column() throws IOException {
    assertThat(classified().keySet()).containsExactlyInAnyOrderElementsOf(columns());
    assertThat(classified().values()).isSubsetOf(CLASSES);
  }

  @Test
  void people_are_personal_in_one_table_and_secrets_are_nowhere() throws IOException {
    Map<String, String> classified = classified();

    assertThat(of("personal", classified)).allMatch(column -> column.startsWith("person."));
    assertThat(of("secret", classified)).isEmpty();
  }

  @Test
  void evidence_is_read_by_one_role() throws IOException {
    for (String column : of("evidence", classified())) {
      String[] name = column.split("\\.", 2);
      assertThat(
              values(
                  """
                  select grantee from information_schema.column_privileges
                  where table_schema = 'memory' and table_name = '%s' and column_name = '%s'
                    and privilege_type = 'SELECT' and grantee <> 'memory_owner'
                  """
                      .formatted(name[0], name[1])))
          .as(column)
          .containsExactly("normalize_deliveries");
    }
  }

  private static Map<String, String> classified() throws IOException {
    return Files.readAllLines(Samples.root().resolve("migrations/columns.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new));
  }

  private static List<String> of(String kind, Map<String, String> classified) {
    return classified.entrySet().stream()
        .filter(column -> column.getValue().equals(kind))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> columns() {
    return values(
        """
        select c.relname || '.' || a.attname
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'memory'::regnamespace and c.relkind in ('r', 'p')
          and not c.relispartition and a.attnum > 0 and not a.attisdropped
          and c.relname <> 'flyway_schema_history'
        """);
  }

  private static List<String> values(String query) {
    return database.rows(query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
