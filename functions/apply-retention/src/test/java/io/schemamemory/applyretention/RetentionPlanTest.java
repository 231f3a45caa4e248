package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.applyretention.RetentionStep.Premake;
import io.schemamemory.data.months.Month;
import io.schemamemory.data.months.MonthlyTable;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Test
  void this_month_and_three_ahead_are_made_across_the_new_year() {
    assertThat(RetentionPlan.of(List.of(table())).premakes())
        .extracting(Premake::month)
        .containsExactly(
            NOVEMBER, YearMonth.of(2026, 12), YearMonth.of(2027, 1), YearMonth.of(2027, 2));
  }

  @Test
  void existing_months_are_not_made_again() {
    assertThat(
            RetentionPlan.of(List.of(table(kept("2026-11"), kept("2026-12"), kept("2027-02"))))
                .premakes())
        .containsExactly(new Premake("t", YearMonth.of(2027, 1)));
  }

  @Test
  void only_expired_months_are_dropped_the_oldest_first() {
    Month old = new Month(YearMonth.of(2025, 8), true, true);
    Month recent = new Month(YearMonth.of(2025, 9), true, false);

    assertThat(RetentionPlan.of(List.of(table(old, recent, kept("2025-10")))).drops())
        .containsExactly(new Drop("t", old.month(), true), new Drop("t", recent.month(), false));
  }

  @Test
  void without_tables_there_is_nothing_to_do() {
    assertThat(RetentionPlan.of(List.of())).isEqualTo(new RetentionPlan(List.of(), List.of()));
  }

  private static Month kept(String month) {
    return new Month(YearMonth.parse(month), false, false);
  }

  private static MonthlyTable table(Month... months) {
    return new MonthlyTable("t", NOVEMBER, Stream.of(months).toList());
  }
}
