package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.MemoryDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What must hold of every table with months, those of later migrations too.
class CatalogueIT extends RetentionFixture {
  /// With the policies it was migrated with.
  @RegisterExtension static final MemoryDatabase untouched = new MemoryDatabase();

  @BeforeEach
  void makeMonthsByEveryDoor() {
    database.receive("{}".getBytes(StandardCharsets.UTF_8));
    run();
    assertThat(months()).hasSize(4);
  }

  @Test
  void no_foreign_key_points_at_a_table_with_months() {
    assertThat(
            database.rows(
                """
                select f.conname
                from pg_constraint f
                join pg_class c on c.oid = f.confrelid
                where f.contype = 'f' and (c.relkind = 'p' or c.relispartition)
                """))
        .isEmpty();
  }

  @Test
  void every_month_has_row_level_security_and_no_grants() {
    assertThat(
            database.rows(
                """
                select c.relname
                from pg_class c
                where c.relispartition and c.relkind = 'r' and c.relnamespace = 'memory'::regnamespace
                  and (not c.relrowsecurity or c.relacl is not null
                    or pg_get_userbyid(c.relowner) <> 'memory_owner')
                """))
        .isEmpty();
  }

  @Test
  void every_table_with_months_has_a_policy_and_no_default_month() {
    assertThat(
            untouched.rows(
                """
                select c.relname
                from pg_class c
                join pg_partitioned_table p on p.partrelid = c.oid
                left join memory.retention_policy r on r.table_name = c.relname
                where c.relnamespace = 'memory'::regnamespace
                  and (r.table_name is null or p.partdefid <> 0)
                """))
        .isEmpty();
  }
}
