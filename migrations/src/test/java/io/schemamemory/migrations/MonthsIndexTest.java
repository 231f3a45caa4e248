package io.schemamemory.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MonthsIndexTest {
  private static final MonthsIndex INDEX = new MonthsIndex("run", "job_idx", "(job)");

  @Test
  void an_index_is_named_after_its_table_or_month_and_suffix() {
    assertThat(INDEX.name()).isEqualTo("run_job_idx");
    assertThat(INDEX.on("run_202601")).isEqualTo("run_202601_job_idx");
  }

  @Test
  void a_name_that_postgresql_would_quote_or_cut_is_refused() {
    assertThatThrownBy(() -> new MonthsIndex("run; drop", "job_idx", "(job)"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MonthsIndex("run", "a".repeat(53), "(job)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut");
  }

  @Test
  void only_a_changed_definition_changes_the_checksum() {
    assertThat(new MonthsIndex("run", "job_idx", "(job desc)").checksum())
        .isNotEqualTo(INDEX.checksum());
    // Databases have recorded this number, so it must never change.
    assertThat(INDEX.checksum()).isEqualTo(56122938);
  }
}
