package io.schemamemory.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlterationsTest {
  static Stream<MigrationFile> migrations() {
    return MigrationFile.all().stream().filter(MigrationFile::isSql);
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void a_migration_alters_at_most_one_existing_table(MigrationFile migration) {
    assertThat(Alterations.of(migration.text()))
        .as(
            migration.name()
                + ": alter one table per file, because live traffic locks in another order")
        .hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void a_migration_opens_with_its_reason(MigrationFile migration) {
    assertThat(migration.text().lines().findFirst().orElse(""))
        .as(migration.name() + ": the first line says why, after two dashes")
        .matches("-- \\S+( \\S+){3,}");
  }

  @Test
  void every_altered_existing_table_counts() {
    assertThat(
            Alterations.of(
                """
                ALTER TABLE memory.person add column a text;
                alter table if exists memory.source
                  add column b text;
                alter table only memory.person add column c text;
                """))
        .containsExactly("person", "source");
  }

  @Test
  void new_tables_grants_policies_and_comments_do_not_count() {
    assertThat(
            Alterations.of(
                """
                -- alter table memory.source
                create table memory.person (id bigint);
                alter table memory.person enable row level security;
                create policy all_of_it on memory.observation using (true);
                grant select on memory.source to read_memory;
                comment on table memory.source is 'One webhook.';
                """))
        .isEmpty();
  }

  @Test
  void statements_in_a_function_body_do_not_count() {
    assertThat(
            Alterations.of(
                """
                create function memory.f() returns void language plpgsql as $$
                begin
                  alter table memory.source attach partition memory.month;
                end
                $$;
                """))
        .isEmpty();
  }
}
