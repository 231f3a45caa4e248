package io.schemamemory.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Constraint.Check;
import io.schemamemory.domain.ddl.Constraint.ForeignKey;
import io.schemamemory.domain.ddl.Constraint.PrimaryKey;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.Index.Kind;
import io.schemamemory.domain.ddl.Position.Unsaid;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintAdded;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableOptionsChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.TableOption;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;
import org.junit.jupiter.api.Test;

class DdlReaderTest {
  private final DdlReader reader = new DdlReader();

  @Test
  void a_new_table_is_told_with_all_its_parts() {
    assertThat(
            changes(
                """
                CREATE TABLE `orders` (
                	`id` bigint  unsigned NOT NULL /* ours */ AUTO_INCREMENT,
                	`note` varchar(20) DEFAULT 'two  spaces, (a bracket',
                	`spot` point NOT NULL SRID 4326,
                	PRIMARY KEY (`id`),
                	UNIQUE KEY `note_idx` (`note`(5) DESC),
                	CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `people`.`customers` (`id`)
                	  ON DELETE SET NULL ON UPDATE no action,
                	CONSTRAINT `short` CHECK (length(`note`)  < 10)
                ) ENGINE InnoDB,
                  CHARACTER SET = utf8mb4,
                  COMMENT 'a, b'
                PARTITION BY RANGE COLUMNS (`id`)
                (PARTITION `p0` VALUES LESS THAN (10))
                """))
        .containsExactly(
            new TableCreated(
                new TableName("shop", "orders"),
                List.of(
                    new Column("id", "bigint unsigned", "NOT NULL AUTO_INCREMENT"),
                    new Column("note", "varchar(20)", "DEFAULT 'two  spaces, (a bracket'"),
                    new Column("spot", "point", "NOT NULL SRID 4326")),
                List.of(new Index("note_idx", Kind.UNIQUE, List.of("note(5) DESC"))),
                List.of(
                    new PrimaryKey(List.of("id")),
                    new ForeignKey(
                        "fk",
                        List.of("id"),
                        new TableName("people", "customers"),
                        List.of("id"),
                        "SET NULL",
                        "NO ACTION"),
                    new Check("short", "length(`note`) < 10", true)),
                List.of(
                    new TableOption("ENGINE", "InnoDB"),
                    new TableOption("CHARSET", "utf8mb4"),
                    new TableOption("COMMENT", "'a, b'")),
                "RANGE COLUMNS (`id`)"));
  }

  @Test
  void a_column_is_told_with_what_stands_behind_its_type() {
    assertThat(changes("alter table t add c int as (a  + 1) stored not null comment 'x', force"))
        .first()
        .isEqualTo(
            new ColumnAdded(
                new TableName("shop", "t"),
                new Column("c", "int", "as (a + 1) stored not null comment 'x'"),
                new Unsaid()));
  }

  @Test
  void a_check_behind_a_column_is_a_constraint_of_the_table() {
    assertThat(changes("ALTER TABLE `t` ADD COLUMN `a` int CONSTRAINT `c` CHECK (`a` > 0)"))
        .contains(new ConstraintAdded(new TableName("shop", "t"), new Check("c", "`a` > 0", true)));
  }

  @Test
  void a_name_with_a_keyspace_keeps_its_own() {
    assertThat(changes("DROP TABLE `billing`.`a``b`, c"))
        .containsExactly(
            new TableDropped(new TableName("billing", "a`b")),
            new TableDropped(new TableName("shop", "c")));
  }

  @Test
  void an_option_is_told_however_it_is_written() {
    assertThat(changes("alter table t default character set=latin1 data directory = '/x'"))
        .containsExactly(
            new TableOptionsChanged(
                new TableName("shop", "t"),
                List.of(
                    new TableOption("CHARSET", "latin1"),
                    new TableOption("DATA DIRECTORY", "'/x'"))));
  }

  @Test
  void a_new_name_without_a_keyspace_goes_to_the_statement_s_own() {
    assertThat(changes("ALTER TABLE `cold`.`t` RENAME TO `u`"))
        .containsExactly(new TableRenamed(new TableName("cold", "t"), new TableName("shop", "u")));
  }

  @Test
  void attributes_the_grammar_does_not_know_are_part_of_the_definition() {
    assertThat(
            changes(
                "CREATE TABLE t (a point SRID 0 NOT NULL, b text ENGINE_ATTRIBUTE '{}', c char"
                    + " ASCII NOT NULL, d timestamp(/*!506043*/) NULL, e int /*!99999 NOT NULL"
                    + " */)"))
        .first()
        .extracting(change -> ((TableCreated) change).columns())
        .isEqualTo(
            List.of(
                new Column("a", "point", "SRID 0 NOT NULL"),
                new Column("b", "text", "ENGINE_ATTRIBUTE '{}'"),
                new Column("c", "char ASCII", "NOT NULL"),
                new Column("d", "timestamp(3)", "NULL"),
                new Column("e", "int", "")));
  }

  @Test
  void a_new_table_has_all_that_can_be_read_of_it() {
    assertThat(
            changes(
                "CREATE TABLE t (a int, b frob, KEY k (a), CHECK (a > 0) NOT ENFORCED, FROB (a))"
                    + " ENGINE InnoDB PARTITION BY HASH (a)"))
        .containsExactly(
            new TableCreated(
                new TableName("shop", "t"),
                List.of(new Column("a", "int", "")),
                List.of(new Index("k", Kind.PLAIN, List.of("a"))),
                List.of(new Check(null, "a > 0", false)),
                List.of(new TableOption("ENGINE", "InnoDB")),
                "HASH (a)"),
            new ClauseNotUnderstood(new TableName("shop", "t"), "b frob", Reason.SYNTAX),
            new ClauseNotUnderstood(new TableName("shop", "t"), "FROB (a)", Reason.SYNTAX));
  }

  @Test
  void what_only_says_how_to_run_changes_nothing() {
    assertThat(changes("ALTER TABLE `t` ALGORITHM = INPLACE, LOCK = NONE")).isEmpty();
  }

  @Test
  void a_comment_for_some_versions_within_another_is_not_guessed_at() {
    assertThat(read("ALTER TABLE `t` /*!80000 ADD a int /*!90000 INVISIBLE */ */"))
        .isEqualTo(new NotUnderstood(Reason.SYNTAX));
  }

  @Test
  void postgres_is_not_read_yet() {
    assertThat(reader.read(Dialect.POSTGRESQL, null, "ALTER TABLE t ADD COLUMN a jsonb"))
        .isEqualTo(new NotUnderstood(Reason.POSTGRES));
  }

  private List<SchemaChange> changes(String ddl) {
    assertThat(read(ddl)).isInstanceOf(Understood.class);
    return ((Understood) read(ddl)).changes();
  }

  private Understanding read(String ddl) {
    return reader.read(Dialect.MYSQL, "shop", ddl);
  }
}
