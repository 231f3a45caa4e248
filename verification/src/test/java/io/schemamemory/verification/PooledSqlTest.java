package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SQL that fails through a transaction pooler, silently or for the next client, is nowhere in code
/// that uses one.
class PooledSqlTest {
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern UNFIT =
      Pattern.compile(
          String.join(
              "|",
              "(?:^|;)\\s*set\\s+(?!local\\b)\\w",
              "(?:^|;)\\s*(?:reset|discard|listen|unlisten|prepare|deallocate)\\s+\\w",
              // Any login may take any of them, even the key another holds: pg_locks shows it.
              "\\bpg_(?:try_)?advisory_",
              "\\bcreate\\s+(?:local\\s+|global\\s+)?temp",
              "\\bset_config\\s*\\([^)]*,\\s*false\\s*\\)",
              "\\bwith\\s+hold\\b"),
          Pattern.CASE_INSENSITIVE);

  @Test
  void no_pooled_code_holds_such_sql() {
    assertThat(pooled()).isNotEmpty();
    assertThat(pooled().flatMap(PooledSqlTest::unfit)).isEmpty();
  }

  @Test
  void no_migration_leaves_such_sql_in_a_function() {
    assertThat(
            Project.sources(".sql")
                .flatMap(file -> matches(Project.read(file).replaceAll("(?m)--.*$", ""), file))
                // A function's own settings end with it, and a migration runs on a connection of
                // its own.
                .filter(
                    found -> !found.contains("set search_path") && !found.contains("set timezone")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set search_path = memory",
        "select 1; SET statement_timeout = 0",
        "select set_config('app.workspace_id', ?, false)",
        "select pg_advisory_lock(1)",
        "select pg_try_advisory_lock(1)",
        "select pg_advisory_xact_lock(1)",
        "create temporary table t ()",
        "listen changes",
        "declare c cursor with hold for select 1"
      })
  void the_rule_knows_it(String sql) {
    assertThat(UNFIT.matcher(sql).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set local lock_timeout = '1s'",
        "select set_config('app.workspace_id', ?, true)",
        "update t\nset a = 1"
      })
  void the_rule_allows_what_ends_with_the_transaction(String sql) {
    assertThat(UNFIT.matcher(sql).find()).isFalse();
  }

  /// Everything except the roles, the migrations and code that never runs in a function.
  private static Stream<Path> pooled() {
    return Project.sources(".java")
        .filter(
            file ->
                Project.ROOT
                    .relativize(file)
                    .toString()
                    .matches(
                        "(shared/(?!roles|testkit)[^/]+|functions/(?!migrate-schema)[^/]+)/src/main/.*"));
  }

  private static Stream<String> unfit(Path file) {
    List<MatchResult> texts = TEXT.matcher(Project.read(file)).results().toList();
    return texts.stream()
        .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
        .flatMap(text -> matches(text, file));
  }

  private static Stream<String> matches(String sql, Path file) {
    return UNFIT.matcher(sql).results().map(found -> file.getFileName() + ": " + found.group());
  }
}
