package io.schemamemory.verification.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.verification.schema.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeIT {
  // Not golden.txt, which is stale while it is being rewritten; GoldenSchemaIT compares the two.
  @RegisterExtension static final MemoryDatabase fresh = new MemoryDatabase();

  private static final StepwiseUpgrade USE = new StepwiseUpgrade();

  static List<String> versions() {
    return StepwiseUpgrade.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_database_in_use_since_then_keeps_every_row_and_ends_as_a_new_one(String version) {
    DatabaseInUse database = USE.upTo(version);
    List<DatabaseInUse.Row> before = database.rows();

    database.migrate();

    assertThat(before).isNotEmpty().allMatch(database::has);
    assertThat(Catalogue.listing(database.database().administrator()))
        .isEqualTo(Catalogue.listing(fresh.administrator()));
  }

  @Test
  void every_table_has_a_row_that_an_upgrade_could_lose() {
    DatabaseInUse database = new StepwiseUpgrade().upTo(versions().getLast());

    assertThat(database.rows())
        .as("put rows of a new table into rows/, in a file with its migration's number")
        .extracting(DatabaseInUse.Row::table)
        .containsAll(database.tables());
  }

  @Test
  void a_lost_row_and_a_lost_value_are_noticed() {
    DatabaseInUse database = new StepwiseUpgrade().upTo("V001");
    DatabaseInUse.Row row = database.rows().getLast();

    assertThat(database.has(row)).isTrue();
    assertThat(database.has(new DatabaseInUse.Row(row.table(), row.json().replace("acme", "gone"))))
        .isFalse();
  }
}
