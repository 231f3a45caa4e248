package io.schemamemory.applyretention;

import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.applyretention.RetentionStep.Premake;
import io.schemamemory.data.months.Month;
import io.schemamemory.data.months.MonthlyTable;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What a run will do: it makes months before it drops others.
record RetentionPlan(List<Premake> premakes, List<Drop> drops) {
  /// A writer makes a missing month itself, but that slows it down; three leave two months to
  /// notice that no more are made.
  static final int AHEAD = 3;

  static RetentionPlan of(List<MonthlyTable> tables) {
    return new RetentionPlan(
        tables.stream().flatMap(RetentionPlan::premakes).toList(),
        tables.stream().flatMap(RetentionPlan::drops).toList());
  }

  private static Stream<Premake> premakes(MonthlyTable table) {
    return LongStream.rangeClosed(0, AHEAD)
        .mapToObj(table.current()::plusMonths)
        .filter(month -> !table.has(month))
        .map(month -> new Premake(table.name(), month));
  }

  private static Stream<Drop> drops(MonthlyTable table) {
    return table.months().stream()
        .filter(Month::expired)
        .map(month -> new Drop(table.name(), month.month(), month.overdue()));
  }
}
