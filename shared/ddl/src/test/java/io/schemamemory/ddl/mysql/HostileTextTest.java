package io.schemamemory.ddl.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text costs more than a moment, a stack or the reader's health. The time allowed is that of a
/// busy machine; without the bounds it would be hours.
@Timeout(60)
class HostileTextTest {
  private static final String CHECK = "ALTER TABLE t ADD CHECK ";
  private static final String PARTITION =
      "ALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN ";
  private static final TableName CUSTOMERS = new TableName(null, "customers");
  private static final String GOOD = "ALTER TABLE `customers` DROP COLUMN `fax`";

  private final DdlReader reader = new DdlReader();

  @Test
  void a_megabyte_of_open_brackets_is_too_long() throws Exception {
    assertThat(read(CHECK + "(".repeat(900_000))).isEqualTo(new NotUnderstood(Reason.TOO_LONG));
    assertThat(read("x".repeat(1_000_001))).isEqualTo(new NotUnderstood(Reason.TOO_LONG));
  }

  @Test
  void brackets_in_brackets_are_read_at_any_depth() throws Exception {
    assertThat(read(CHECK + "(".repeat(50_000) + "a > 1" + ")".repeat(50_000)))
        .isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT ", "UPDATE t SET a = ", "ALTER TABLE t ADD a int DEFAULT uuid("})
  void what_nests_without_brackets_is_given_up(String beginning) throws Exception {
    for (String nested : new String[] {"NOT ", "- ", "INTERVAL ", "CASE WHEN ", "f(", "BINARY "}) {
      assertThat(read(beginning + nested.repeat(3_000) + "1"))
          .as(nested)
          .isInstanceOf(NotUnderstood.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/*", "'\"`", "'\\", "(", ")", ";)", "BEGIN ", "/*!", "-- "})
  void what_opens_and_never_closes_is_given_up(String opening) throws Exception {
    assertThat(read(opening.repeat(300_000))).isInstanceOf(NotUnderstood.class);
    assertThat(read(PARTITION + opening.repeat(20_000))).isInstanceOf(NotUnderstood.class);
  }

  @Test
  void the_largest_tables_are_read() throws Exception {
    String column = ", `a` varchar(255) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'x' COMMENT 'y'";
    String partition = ", PARTITION `p20261121` VALUES LESS THAN (20261122) ENGINE InnoDB";
    assertThat(
            read(
                "CREATE TABLE `t` (`id` int"
                    + column.repeat(1016)
                    + ") PARTITION BY RANGE (`id`) (PARTITION `p` VALUES LESS THAN (1)"
                    + partition.repeat(8191)
                    + ")"))
        .isInstanceOf(Understood.class);
  }

  @Test
  void clauses_that_take_too_much_work_share_one_effort() throws Exception {
    String costly = ", ADD a int DEFAULT uuid(" + "NOT ".repeat(3_000) + "1)";
    Understanding read = read(GOOD + costly.repeat(40) + ", FROB");

    assertThat(changes(read)).hasSize(42).first().isInstanceOf(ColumnDropped.class);
    assertThat(changes(read))
        .contains(new ClauseNotUnderstood(CUSTOMERS, "FROB", Reason.TOO_INVOLVED));
    assertThat(read.isGivenUp()).isTrue();
  }

  @Test
  void one_costly_clause_leaves_enough_for_those_behind_it() throws Exception {
    String costly = "ALTER TABLE customers ADD a int DEFAULT uuid(" + "NOT ".repeat(3_000) + "1)";

    assertThat(changes(read(costly + ", DROP COLUMN fax, FROB, DROP COLUMN tel")))
        .filteredOn(ColumnDropped.class::isInstance)
        .hasSize(2);
  }

  @Test
  void a_clause_that_overflows_the_stack_does_not_cost_the_others() throws Exception {
    String deep = ", ADD a int DEFAULT uuid(" + "- ".repeat(2_000) + "1)";

    assertThat(changes(read(GOOD + deep + ", FROB", 128 * 1024)))
        .hasSize(3)
        .first()
        .isInstanceOf(ColumnDropped.class);
    assertThat(read(GOOD)).isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {", FROB", "; FROB", ", DROP COLUMN a FROB"})
  void more_clauses_than_a_table_can_have_are_not_read_one_by_one(String clause) throws Exception {
    assertThat(read(GOOD + clause.repeat(20_000) + "?"))
        .isEqualTo(new NotUnderstood(Reason.SYNTAX));
  }

  @Test
  void a_stack_that_overflows_leaves_the_reader_sound() throws Exception {
    assertThat(read(GOOD)).isInstanceOf(Understood.class);
    int deep = 2_000;
    assertThat(read("SELECT " + "- ".repeat(deep) + "1", 128 * 1024))
        .isEqualTo(new NotUnderstood(Reason.TOO_INVOLVED));
    assertThat(read(GOOD)).isInstanceOf(Understood.class);
  }

  @Test
  void any_words_in_any_order_are_understood_or_not() throws Exception {
    String[] words =
        ("ALTER TABLE CREATE DROP VIEW INDEX KEY AS SELECT ADD COLUMN ( ) , ; ` ' `a` 'b' t int 1"
                + " 0b1 . .x PRIMARY CHECK DEFAULT PARTITION BY RANGE VALUES LESS THAN REMOVE"
                + " PARTITIONING VECTOR SRID /*!80000 */ /* */ NOT NULL = - UNIQUE CONSTRAINT \u0000"
                + " \u202e ☃")
            .split(" ", -1);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "ALTER TABLE t " : "CREATE ");
      for (int n = random.nextInt(25); n > 0; n--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      assertThat(reader.read(Dialect.MYSQL, null, text.toString()))
          .as(text.toString())
          .isNotEqualTo(new NotUnderstood(Reason.READER_FAILED));
    }
  }

  private static List<SchemaChange> changes(Understanding read) {
    return ((Understood) read).changes();
  }

  private Understanding read(String ddl) throws Exception {
    return read(ddl, 512 * 1024);
  }

  private Understanding read(String ddl, long stack) throws Exception {
    CompletableFuture<Understanding> read = new CompletableFuture<>();
    Runnable reading = () -> read.complete(reader.read(Dialect.MYSQL, null, ddl));
    Thread thread = new Thread(null, reading, "small stack", stack);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((_, failure) -> read.completeExceptionally(failure));
    thread.start();
    return read.get();
  }
}
