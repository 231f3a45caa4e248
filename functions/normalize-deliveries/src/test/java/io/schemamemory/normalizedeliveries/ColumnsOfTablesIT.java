package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a table's columns by a statement that names the table only.
class ColumnsOfTablesIT extends NormalizerFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE `customers` | none, none | as before #8, as before #8",
        "RENAME TABLE `customers` TO `clients` | none, none | as before #8, as before #8",
        "ALTER TABLE `customers` RENAME TO `clients`, MODIFY `id` text | none, none "
            + "| as before #8, as before #8",
        "RENAME TABLE `clients` TO `customers` "
            + "| that of the table renamed by #8, that of the table renamed by #8 | none, none",
        "ALTER TABLE `customers` CONVERT TO CHARACTER SET utf8mb4 | altered by #8, int "
            + "| as before #8, int",
        "ALTER TABLE `customers` CONVERT TO CHARSET utf8mb4, ADD COLUMN `a` int "
            + "| altered by #8, int | as before #8, int",
        "ALTER TABLE `customers` DROP COLUMN `a`, DROP INDEX `i` | text CHARSET latin1, int "
            + "| text CHARSET latin1, int",
        "DROP TABLE `orders` | text CHARSET latin1, int | text CHARSET latin1, int"
      })
  void what_becomes_of_a_table_becomes_of_its_columns(String ddl, String applied, String reverted) {
    List<byte[]> made =
        Rewritten.of(7, 3, "CREATE TABLE `customers` (`Name` text CHARSET latin1, `id` int)")
            .deployed();
    List<byte[]> life = Rewritten.of(8, 4, ddl).reverted();

    // The order of arrival makes no difference.
    normalize(life.subList(0, 5), made);
    assertThat(now("NAME") + ", " + now("id")).isEqualTo(applied);
    normalize(life.subList(5, 7));
    assertThat(now("name") + ", " + now("id")).isEqualTo(reverted);
  }

  @Test
  void a_column_dropped_before_its_table_does_not_come_back_with_it() {
    normalize(
        Rewritten.of(7, 3, "CREATE TABLE `customers` (`a` int, `b` int)").deployed(),
        Rewritten.of(8, 4, "ALTER TABLE `customers` DROP COLUMN `a`").deployed());
    normalize(Rewritten.of(9, 5, "DROP TABLE `customers`").reverted());

    assertThat(now("a")).isEqualTo("none");
    assertThat(now("b")).isEqualTo("as before #9");
  }

  @Test
  void a_table_made_anew_has_the_columns_of_its_new_definition() {
    normalize(
        Rewritten.of(7, 3, "CREATE TABLE `customers` (`a` int, `b` int)").deployed(),
        Rewritten.of(8, 4, "DROP TABLE `customers`").deployed());
    normalize(Rewritten.of(9, 5, "CREATE TABLE `customers` (`B` text)").deployed());

    assertThat(now("a")).isEqualTo("none");
    assertThat(now("b")).isEqualTo("text");
  }

  /// The definition of a column of customers, as far as is known.
  private static String now(String column) {
    return read("select value from state_at('column', 'acme/shop/customers." + column + "')")
        .strip();
  }

  private void normalize(List<byte[]> life, List<byte[]> other) {
    normalize(Stream.concat(life.stream(), other.stream()).toList());
  }

  private void normalize(List<byte[]> bodies) {
    database.receive(bodies.toArray(byte[][]::new));
    assertThat(run()).isEqualTo(counts(bodies.size(), 0, 0, 0));
  }
}
