package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What four deploy requests make of a table's columns, one of them reverted.
class ColumnHistoryIT extends NormalizerFixture {
  private static final List<byte[]> LIVES =
      Stream.of(
              Rewritten.of(
                      7,
                      3,
                      "CREATE TABLE `customers` (`id` bigint NOT NULL, `tel` varchar(20), `fax` int,"
                          + " PRIMARY KEY (`id`)) ENGINE InnoDB, CHARSET utf8mb4")
                  .deployed(),
              Rewritten.of(
                      8,
                      4,
                      "ALTER TABLE `customers` ADD COLUMN `email` varchar(255), ADD KEY `email_idx`"
                          + " (`email`)",
                      "ALTER TABLE `customers` ADD VINDEX hash(`id`) USING hash")
                  .deployed(),
              Rewritten.of(
                      9,
                      5,
                      "ALTER TABLE `customers` MODIFY COLUMN `email` varchar(320) NOT NULL, RENAME"
                          + " COLUMN `tel` TO `phone`, DROP COLUMN `fax`")
                  .deployed(),
              Rewritten.of(10, 6, "ALTER TABLE `customers` DROP COLUMN `email`").reverted())
          .flatMap(List::stream)
          .toList();

  private static final String STORIES = "select story from story order by number";
  private static final String COLUMNS =
      """
      select name || ' on ' || branch || ': ' || value || ', '
        || to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
        || coalesce(to_char(valid_to at time zone 'UTC', '" to "YYYY-MM-DD HH24:MI:SS'), '')
      from state where kind = 'column' order by name, valid_from
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void any_order_and_any_repetition_give_the_same_history(long seed) {
    Random random = new Random(seed);
    List<byte[]> bodies = new ArrayList<>(LIVES);
    bodies.addAll(LIVES.stream().map(ColumnHistoryIT::saidAgain).toList());
    Collections.shuffle(bodies, random);
    NormalizeDeliveries normalize = new NormalizeDeliveries();
    for (int from = 0, to; from < bodies.size(); from = to) {
      to = Math.min(bodies.size(), from + 1 + random.nextInt(10));
      database.receive(bodies.subList(from, to).toArray(byte[][]::new));
      normalize.handleRequest(Map.of(), invocation);
    }

    Golden.assertGolden("column-history-timeline.txt", timeline());
    Golden.assertGolden("column-history-stories.txt", read(STORIES));
    Golden.assertGolden("column-history-states.txt", read(COLUMNS));
    Golden.assertGolden("column-history-facets.txt", facetsOnceApplied());
    assertThat(database.rows(Remembered.MISFOLDED)).isEmpty();
  }

  private static String facetsOnceApplied() {
    return Remembered.text()
        .lines()
        .filter(line -> line.contains("/schema_applied "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// Different bytes with the same content.
  private static byte[] saidAgain(byte[] body) {
    byte[] again = Arrays.copyOf(body, body.length + 1);
    again[body.length] = ' ';
    return again;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"column": "acme/shop/customers.email"} | 14
          {"column": "acme/shop/customers.email", "kind": "deploy_request.schema_applied"} | 3
          {"column": "acme/shop/customers.email", "operation": "CHANGE COLUMN"} | 4
          {"column": "acme/shop/customers.fax", "operation": "DROP COLUMN"} | 4
          {"column": "acme/shop/customers.phone"} | 4
          {"table": "acme/shop/customers", "operation": "ADD INDEX"} | 4
          {"operation": "CREATE TABLE"} | 4
          {"operation": "NOT UNDERSTOOD"} | 4
          {"data_loss": "unknown"} | 4
          {"operation": "NOT UNDERSTOOD: SYNTAX", "table": "acme/shop/customers"} | 4
          {"column": "acme/shop/customers.none"} | 0
          """)
  void a_change_is_found_by_its_column_its_table_and_its_operation(String wanted, int found) {
    normalizeAll();

    assertThat(asReader("select * from memory.search('" + wanted + "')")).hasSize(found);
  }

  @Test
  void a_statement_that_is_not_understood_is_found_by_its_text() {
    normalizeAll();

    assertThat(read("select number from story where story ilike '%vindex hash%'")).isEqualTo("8\n");
  }

  private void normalizeAll() {
    database.receive(LIVES.toArray(byte[][]::new));
    assertThat(run()).isEqualTo(counts(LIVES.size(), 0, 0, 0));
  }

  private static List<?> asReader(String query) {
    return Rows.of(database.pooled(Login.READER), "", query);
  }
}
