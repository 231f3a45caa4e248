package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a deploy request's statements mean, whatever their spelling, their verb and their engine.
class StatementMeaningIT extends NormalizerFixture {
  private static final String COLUMNS =
      """
      select name || ': ' || value || case when valid_to is null then '' else ' once' end
      from state where kind = 'column' and attribute = 'definition' order by valid_from
      """;

  private static final String EXISTS =
      """
      select name || ': ' || value from state
      where kind = 'table' and attribute = 'exists' and valid_to is null
      order by name
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"acme/shop/customers.Fax", "acme/shop/customers.fax", "acme/shop/customers.FAX"})
  void a_column_dropped_in_another_spelling_is_gone_and_found_by_each(String spelling) {
    normalize(
        Rewritten.of(7, 3, "CREATE TABLE `customers` (`Fax` varchar(20))").deployed(),
        Rewritten.of(8, 4, "ALTER TABLE `customers` DROP COLUMN `fax`").deployed());

    assertThat(read(COLUMNS))
        .isEqualTo("acme/shop/customers.fax: varchar(20) once\nacme/shop/customers.fax: none\n");
    assertThat(read("select name from entity where kind = 'column'"))
        .isEqualTo("acme/shop/customers.fax\n");
    assertThat(read("select value from state_at('column', '" + spelling + "')"))
        .isEqualTo("none\n");
    assertThat(read("select value from states_of('column', '" + spelling + "')"))
        .isEqualTo("varchar(20)\nnone\n");
    assertThat(found("{\"column\": \"" + spelling + "\", \"table\": \"acme/shop/customers\"}"))
        .hasSize(8);
    assertThat(database.rows(Remembered.MISFOLDED)).isEmpty();
  }

  @Test
  void a_column_is_shown_as_last_written() {
    normalize(
        Rewritten.of(7, 3, "CREATE TABLE `customers` (`ID` int, `first_name` int)").deployed());
    normalize(
        Rewritten.of(9, 5, "ALTER TABLE `customers` RENAME COLUMN `FirstName` TO `firstName`")
            .deployed(),
        Rewritten.of(8, 4, "ALTER TABLE `customers` CHANGE `FIRST_NAME` `FirstName` text")
            .deployed());

    assertThat(read(COLUMNS.replace("valid_from", "valid_from, name")))
        .isEqualTo(
            """
            acme/shop/customers.FIRST_NAME: int once
            acme/shop/customers.ID: int
            acme/shop/customers.FIRST_NAME: none
            acme/shop/customers.firstName: text
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "İd, id, true",
    "GRÖSSE, größe, false",
    "Größe, GRÖßE, true",
    "ıd, id, false",
    "ΟΔΟΣ, οδοσ, true",
    "a.B/c%, A.b/C%, true"
  })
  void the_database_finds_the_keys_that_the_writer_makes(String made, String asked, boolean found) {
    normalize(Rewritten.of(7, 3, "CREATE TABLE `customers` (`" + made + "` int)").deployed());
    String path = "acme/shop/customers." + asked.replace("%", "%25").replace("/", "%2F");

    assertThat(found("{\"column\": \"" + path + "\"}").isEmpty()).isEqualTo(!found);
  }

  @Test
  void tables_keep_their_case() {
    normalize(
        Rewritten.of(7, 3, "CREATE TABLE `Customers` (`id` int)").deployed(),
        Rewritten.of(8, 4, "DROP TABLE `customers`").deployed());

    assertThat(read(EXISTS)).isEqualTo("acme/shop/Customers: true\nacme/shop/customers: false\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP INDEX `i` ON `customers` | true | true",
        "CREATE INDEX `i` ON `customers` (`id`) | true | true",
        "CREATE UNIQUE INDEX `i` ON `customers` (`id`) | true | true",
        "DROP TABLE `customers` | false | true",
        "DROP TRIGGER `t` | true | true",
        "DROP gibberish | true | true"
      })
  void a_table_ends_only_by_a_statement_that_says_so(String ddl, String applied, String reverted) {
    normalize(Rewritten.of(7, 3, "CREATE TABLE `customers` (`id` int)").deployed());
    List<byte[]> life = Rewritten.of(8, 4, ddl).reverted();

    normalize(life.subList(0, 5));
    assertThat(read(EXISTS)).isEqualTo("acme/shop/customers: " + applied + "\n");
    normalize(life.subList(5, 7));
    assertThat(read(EXISTS)).isEqualTo("acme/shop/customers: " + reverted + "\n");
  }

  @ParameterizedTest
  @CsvSource({"postgresql, POSTGRES", "neki, UNKNOWN_ENGINE"})
  void a_statement_of_another_engine_is_kept_as_text(String engine, String reason) {
    normalize(
        Rewritten.of(7, 3, "ALTER TABLE customers DROP COLUMN fax").deployed().stream()
            .map(
                changed(
                    body ->
                        body.replace(
                            "\"resource\":{", "\"resource\":{\"kind\":\"" + engine + "\",")))
            .toList());

    assertThat(timeline())
        .contains("ALTER on customers: ALTER TABLE customers DROP COLUMN fax (kept as text: ")
        .doesNotContain("drops column");
    assertThat(found("{\"operation\": \"NOT UNDERSTOOD: " + reason + "\"}")).isNotEmpty();
    assertThat(read(COLUMNS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"mysql\"", "\"MySQL\"", "\"vitess\"", "\"\"", "null", "7"})
  void a_mysql_statement_is_read_where_the_engine_is_named(String engine) {
    normalize(
        Rewritten.of(7, 3, "ALTER TABLE customers DROP COLUMN fax").deployed().stream()
            .map(
                changed(
                    body ->
                        body.replace("\"resource\":{", "\"resource\":{\"kind\":" + engine + ",")))
            .toList());

    assertThat(timeline()).contains("drops column fax from customers");
  }

  @Test
  void each_error_of_a_list_is_told() {
    String body = new String(Samples.payload("deploy_request.errored"), UTF_8);
    normalize(
        List.of(
            body.replace(
                    "\"deploy_check_errors\":\"\"",
                    "\"deploy_check_errors\":[\"no room\",{\"message\":\"no key\"}]")
                .getBytes(UTF_8)));

    assertThat(timeline()).contains(" failed: no room; no key; table \"customers\" has no unique");
    assertThat(story()).contains(" failed: no room; no key; table \"customers\" has no unique");
  }

  private void normalize(List<byte[]> life, List<byte[]> other) {
    normalize(Stream.concat(life.stream(), other.stream()).toList());
  }

  private void normalize(List<byte[]> bodies) {
    database.receive(bodies.toArray(byte[][]::new));
    assertThat(run()).isEqualTo(counts(bodies.size(), 0, 0, 0));
  }

  private static UnaryOperator<byte[]> changed(UnaryOperator<String> text) {
    return body -> text.apply(new String(body, UTF_8)).getBytes(UTF_8);
  }

  private static List<?> found(String wanted) {
    return Rows.of(
        database.pooled(Login.READER), "", "select * from memory.search('" + wanted + "')");
  }
}
