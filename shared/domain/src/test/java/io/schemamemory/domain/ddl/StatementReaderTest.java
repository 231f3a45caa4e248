package io.schemamemory.domain.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementReaderTest {
  private static final Understanding READ = new Understood(List.of());
  private static final Understanding TOO_LONG = new NotUnderstood(Reason.TOO_LONG);

  private final List<DdlStatement> asked = new ArrayList<>();
  private final StatementReader reader =
      new StatementReader(
          statement -> {
            asked.add(statement);
            return READ;
          });

  @Test
  void a_repeated_statement_is_read_once() {
    DdlStatement one = statement("alter a");
    DdlStatement other = statement("alter b");

    assertThat(understandings(one, other, one)).containsExactly(READ, READ, READ);
    assertThat(understandings(other)).containsExactly(READ);
    assertThat(asked).containsExactly(one, other);
  }

  @Test
  void a_deploy_request_of_more_than_a_million_characters_is_read_up_to_there() {
    DdlStatement half = statement("x".repeat(500_000));

    assertThat(understandings(half, half, statement("y"), statement("z")))
        .containsExactly(READ, READ, TOO_LONG, TOO_LONG);
  }

  @Test
  void reading_one_deploy_request_does_not_depend_on_another_read_before() {
    DdlStatement half = statement("x".repeat(500_000));
    understandings(half, half);

    assertThat(understandings(half, half)).containsExactly(READ, READ);
    assertThat(understandings(statement("y"))).containsExactly(READ);
  }

  @Test
  void a_deploy_request_of_costly_statements_is_soon_given_up() {
    Understanding givenUp = new NotUnderstood(Reason.TOO_INVOLVED);
    StatementReader hopeless = new StatementReader(_ -> givenUp);

    assertThat(hopeless.read(Collections.nCopies(50, statement("x"))))
        .extracting(ReadStatement::understanding)
        .startsWith(givenUp)
        .filteredOn(givenUp::equals)
        .hasSize(10);
  }

  @Test
  void a_costly_clause_counts_like_a_costly_statement() {
    Understanding partly =
        new Understood(
            List.of(
                new ClauseNotUnderstood(null, "x", Reason.SYNTAX),
                new ClauseNotUnderstood(null, "y", Reason.TOO_INVOLVED)));
    StatementReader hopeless = new StatementReader(_ -> partly);

    assertThat(hopeless.read(Collections.nCopies(50, statement("x"))))
        .extracting(ReadStatement::understanding)
        .startsWith(partly)
        .filteredOn(partly::equals)
        .hasSize(10);
  }

  @Test
  void old_results_are_evicted_and_read_again() {
    understandings(statement("once"));
    for (int i = 0; i < 5; i++) {
      understandings(statement(i + "x".repeat(500_000)));
    }
    understandings(statement("once"));

    assertThat(asked).filteredOn(statement("once")::equals).hasSize(2);
  }

  @Test
  void within_a_batch_a_statement_is_read_once_and_a_cached_one_never() {
    understandings(statement("known"));
    StatementReader batch = reader.forOneBatch();
    batch.read(List.of(statement("known"), statement("once")));
    for (int i = 0; i < 5; i++) {
      batch.read(List.of(statement(i + "x".repeat(500_000))));
    }
    batch.read(List.of(statement("known"), statement("once")));

    assertThat(asked).filteredOn(statement("known")::equals).hasSize(1);
    assertThat(asked).filteredOn(statement("once")::equals).hasSize(1);
  }

  private List<Understanding> understandings(DdlStatement... statements) {
    return reader.read(List.of(statements)).stream().map(ReadStatement::understanding).toList();
  }

  private static DdlStatement statement(String ddl) {
    return new DdlStatement("shop", "t", "ALTER", ddl, false, false, null);
  }
}
