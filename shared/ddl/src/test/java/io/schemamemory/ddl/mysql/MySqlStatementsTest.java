package io.schemamemory.ddl.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.ddl.DdlReader;
import io.schemamemory.ddl.mysql.Samples.Sample;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.Operation;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MySqlStatementsTest {
  private static final DdlReader READER = new DdlReader();

  static List<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_statement_is_told_as_its_changes(Sample sample) {
    assertThat(Samples.told(READER, sample.ddl())).isEqualTo(sample.told());
  }

  @Test
  void people_search_by_these_operations_which_never_change() {
    assertThat(
            samples().stream()
                .map(sample -> READER.read(Dialect.MYSQL, "shop", sample.ddl()))
                .filter(Understood.class::isInstance)
                .flatMap(read -> ((Understood) read).changes().stream())
                .filter(change -> !(change instanceof Other))
                .map(Operation::of)
                .distinct())
        .containsExactlyInAnyOrder(
            "CREATE TABLE",
            "DROP TABLE",
            "RENAME TABLE",
            "TRUNCATE TABLE",
            "CHANGE TABLE",
            "ADD COLUMN",
            "DROP COLUMN",
            "CHANGE COLUMN",
            "RENAME COLUMN",
            "ADD INDEX",
            "DROP INDEX",
            "RENAME INDEX",
            "CHANGE INDEX",
            "ADD PRIMARY KEY",
            "DROP PRIMARY KEY",
            "ADD FOREIGN KEY",
            "DROP FOREIGN KEY",
            "ADD CHECK",
            "DROP CHECK",
            "CHANGE CHECK",
            "DROP CONSTRAINT",
            "CHANGE CONSTRAINT",
            "CHANGE PARTITIONS",
            "CREATE VIEW",
            "CHANGE VIEW",
            "DROP VIEW",
            "NOT UNDERSTOOD");
  }

  @Test
  void there_are_samples_of_every_kind() {
    assertThat(samples()).hasSizeGreaterThan(150);
  }
}
