package io.schemamemory.applyretention;

import io.schemamemory.applyretention.PlanAnswer.HeldMonth;
import io.schemamemory.applyretention.PlanAnswer.TableMonth;
import io.schemamemory.applyretention.RetentionStep.Drop;
import io.schemamemory.data.months.MonthHold;
import io.schemamemory.data.months.Months;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Says what a run would do, by the plan that a run makes.
@Singleton
class Planner {
  private final Transactions transactions;

  Planner(Transactions transactions) {
    this.transactions = transactions;
  }

  /// In a transaction that may only read: the database would refuse a change.
  PlanAnswer plan() {
    return transactions.read(connection -> plan(new Months(connection)));
  }

  private static PlanAnswer plan(Months months) throws SQLException {
    RetentionPlan plan = RetentionPlan.of(months.read(months.tables()));
    List<TableMonth> dropped = new ArrayList<>();
    List<HeldMonth> held = new ArrayList<>();
    for (Drop drop : plan.drops()) {
      List<MonthHold> holds = months.holds(drop.table(), drop.month());
      if (holds.isEmpty()) {
        dropped.add(TableMonth.of(drop));
      } else {
        held.add(HeldMonth.of(drop, holds));
      }
    }
    return new PlanAnswer(plan.premakes().stream().map(TableMonth::of).toList(), dropped, held);
  }
}
