package io.schemamemory.applyretention;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.data.months.MonthHold;
import java.util.List;

/// What a run would do if it began now.
///
/// @param make months it would make
/// @param drop expired months it would drop, unless they are in use
/// @param held expired months it would leave, because of legal holds
@Serdeable
public record PlanAnswer(List<TableMonth> make, List<TableMonth> drop, List<HeldMonth> held) {
  public PlanAnswer {
    make = List.copyOf(make);
    drop = List.copyOf(drop);
    held = List.copyOf(held);
  }

  /// A month of a table.
  ///
  /// @param month such as `2026-01`, in UTC
  @Serdeable
  public record TableMonth(String table, String month) {
    static TableMonth of(RetentionStep step) {
      return new TableMonth(step.table(), step.month().toString());
    }
  }

  /// A month of a table that is kept, and by what.
  @Serdeable
  public record HeldMonth(String table, String month, List<Hold> holds) {
    public HeldMonth {
      holds = List.copyOf(holds);
    }

    static HeldMonth of(RetentionStep step, List<MonthHold> holds) {
      return new HeldMonth(
          step.table(),
          step.month().toString(),
          holds.stream().map(hold -> new Hold(hold.id(), hold.reason())).toList());
    }
  }

  /// A legal hold.
  ///
  /// @param reason as whoever made it wrote it
  @Serdeable
  public record Hold(long id, String reason) {}
}
