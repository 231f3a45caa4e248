package io.schemamemory.memorywriter.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowJsonTest {
  private final RowJson json = new RowJson(JsonMapper.createDefault());

  @Test
  void an_empty_list_of_statements_is_written_as_one() {
    assertThat(json.write(List.of())).isEqualTo("[]");
  }

  @Test
  void rows_are_read_as_they_were_written() {
    assertThat(json.read(json.write(List.of("a", "{b}")), String.class))
        .containsExactly("a", "{b}");
  }

  @Test
  void what_is_no_array_of_rows_fails() {
    assertThatThrownBy(() -> json.read("{", String.class))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("rows from the database could not be read");
  }
}
