package io.schemamemory.verification.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.MemoryDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules for every object in the schema.
class CatalogueIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final String FUNCTIONS =
      "select p.proname::text from pg_proc p where p.pronamespace = 'memory'::regnamespace ";

  private static final String TABLES =
      """
      select c.relname::text from pg_class c
      where c.relnamespace = 'memory'::regnamespace and c.relkind in ('r', 'p') and\s""";

  private static final String MONTHS = TABLES + "c.relispartition ";

  @Test
  void all_of_it_belongs_to_the_owner() {
    assertThat(names(TABLES + "c.relowner <> 'memory_owner'::regrole")).isEmpty();
    assertThat(names(FUNCTIONS + "and p.proowner <> 'memory_owner'::regrole")).isEmpty();
  }

  /// Groups are in no group themselves; a login's role is, even while it may not log in.
  @Test
  void there_is_a_group_for_every_function_and_none_logs_in() {
    assertThat(
            names(
                """
                select rolname from pg_roles r
                where not rolcanlogin and not rolsuper and rolname not like 'pg\\_%'
                  and not exists (select from pg_auth_members m where m.member = r.oid)
                order by rolname
                """))
        .containsExactly(
            "apply_retention",
            "memory_owner",
            "normalize_deliveries",
            "poll_audit_log",
            "read_memory",
            "receive_webhook",
            "reconcile_sources",
            "search_memory");
  }

  @Test
  void public_may_execute_no_function() {
    assertThat(names(FUNCTIONS)).contains("receive", "ensure_month", "entry_text");
    assertThat(
            names(
                FUNCTIONS
                    + """
                    and exists (
                      select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
                      where a.grantee = 0)
                    """))
        .isEmpty();
  }

  @Test
  void public_may_touch_no_table_and_not_the_schema() {
    assertThat(
            names(
                TABLES
                    + """
                    exists (
                      select from aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) as a
                      where a.grantee = 0)
                    """))
        .isEmpty();
    assertThat(
            names(
                """
                select nspname::text from pg_namespace n
                cross join lateral aclexplode(coalesce(nspacl, acldefault('n', nspowner))) as a
                where nspname = 'memory' and a.grantee = 0
                """))
        .isEmpty();
  }

  @Test
  void every_function_that_runs_as_the_owner_pins_its_search_path() {
    assertThat(names(FUNCTIONS + "and p.prosecdef"))
        .contains("receive", "ensure_month", "reader_workspace");
    assertThat(
            names(
                FUNCTIONS
                    + """
                    and p.prosecdef
                    and 'search_path=pg_catalog, pg_temp' <> all (coalesce(p.proconfig, '{}'))
                    """))
        .isEmpty();
  }

  @Test
  void every_view_checks_the_rights_of_its_caller() {
    String views =
        """
        select c.relname::text from pg_class c
        where c.relnamespace = 'memory'::regnamespace and c.relkind in ('v', 'm')
        """;
    assertThat(names(views)).contains("timeline", "story");
    assertThat(names(views + "and 'security_invoker=true' <> all (coalesce(c.reloptions, '{}'))"))
        .isEmpty();
  }

  @Test
  void every_month_has_row_level_security_and_no_grants_at_all() {
    database.asOwner("select memory.ensure_month('delivery_body', now() - interval '5 months')");

    assertThat(names(MONTHS)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(names(MONTHS + "and not c.relrowsecurity")).isEmpty();
    assertThat(
            names(
                MONTHS
                    + """
                    and exists (
                      select from aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) as a
                      where a.grantee <> c.relowner)
                    """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read_memory", "search_memory"})
  void everything_a_person_s_login_may_read_has_row_level_security(String group) {
    String readable = TABLES + "has_any_column_privilege('%s', c.oid, 'select') ".formatted(group);

    assertThat(names(readable + "and not c.relrowsecurity")).isEmpty();
  }

  /// Rights that no role needs, and that trying statements does not reveal.
  @Test
  void no_role_has_references_trigger_maintain_or_grant_option() {
    assertThat(
            names(
                """
                select format('%s on %s to %s', a.privilege_type, of.name, a.grantee::regrole)
                from (
                  select relname::text as name, relowner as owner, relacl as acl from pg_class
                  where relnamespace = 'memory'::regnamespace
                  union all
                  select c.relname || '.' || t.attname, c.relowner, t.attacl
                  from pg_attribute t join pg_class c on c.oid = t.attrelid
                  where c.relnamespace = 'memory'::regnamespace
                  union all
                  select proname::text, proowner, proacl from pg_proc
                  where pronamespace = 'memory'::regnamespace
                  union all
                  select nspname::text, nspowner, nspacl from pg_namespace where nspname = 'memory'
                ) as of
                cross join lateral aclexplode(of.acl) as a
                where a.grantee <> of.owner
                  and (a.is_grantable or a.privilege_type in ('REFERENCES', 'TRIGGER', 'MAINTAIN'))
                """))
        .isEmpty();
  }

  @Test
  void no_table_leaves_its_future_rights_to_a_default() {
    assertThat(
            database.rows(
                """
                select d.defaclobjtype::text as type, a.grantee::regrole::text as grantee
                from pg_default_acl d
                cross join lateral aclexplode(d.defaclacl) as a
                where d.defaclrole = 'memory_owner'::regrole
                """))
        .containsExactly(Map.of("type", "f", "grantee", "memory_owner"));
  }

  private static List<String> names(String query) {
    return database.rows(query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
