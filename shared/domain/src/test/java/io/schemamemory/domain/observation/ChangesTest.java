package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.DdlStatement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | : CREATE on t1",
        "5 | : CREATE on t1, CREATE on t2, CREATE on t3, CREATE on t4, CREATE on t5",
        "6 | : CREATE on t1, CREATE on t2, CREATE on t3, CREATE on t4, CREATE on t5 and 1 more",
        "70| : CREATE on t1, CREATE on t2, CREATE on t3, CREATE on t4, CREATE on t5 and 65 more"
      })
  void five_statements_are_named_and_the_rest_counted(int statements, String told) {
    List<DdlStatement> changes =
        IntStream.rangeClosed(1, statements).mapToObj(i -> change("CREATE", "t" + i)).toList();

    assertThat(told(changes)).isEqualTo(told.strip());
  }

  @Test
  void nothing_is_said_while_nothing_is_known() {
    assertThat(told(List.of())).isEmpty();
  }

  @Test
  void a_change_that_may_lose_data_says_so() {
    DdlStatement drop = new DdlStatement("shop", "t", "DROP", "drop table t", true, false, null);

    assertThat(told(List.of(drop, change("ALTER", "u"))))
        .isEqualTo(": DROP on t (data may be lost), ALTER on u");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  ' (data may be lost; the table was in use)'",
    "false, ' (the table was in use)'"
  })
  void a_change_of_a_table_in_use_says_so(boolean canDropData, String warning) {
    DdlStatement change = new DdlStatement("shop", "t", "DROP", "d", canDropData, true, null);

    assertThat(told(List.of(change))).isEqualTo(": DROP on t" + warning);
  }

  @Test
  void what_planetscale_leaves_out_is_left_out() {
    assertThat(told(List.of(change(null, "t"), change("ALTER", null), change(null, null))))
        .isEqualTo(": a change on t, ALTER, a change");
  }

  @Test
  void a_tables_name_cannot_fake_a_person() {
    assertThat(told(List.of(change("ALTER", "{1}")))).isEqualTo(": ALTER on {{1}}");
  }

  private static String told(List<DdlStatement> changes) {
    return Changes.add(EntryText.EMPTY, ": ", changes).template();
  }

  private static DdlStatement change(@Nullable String operation, @Nullable String table) {
    return new DdlStatement("shop", table, operation, "ddl", false, false, null);
  }
}
