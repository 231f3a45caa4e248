package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.MemoryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeIT {
  // Which GoldenSchemaIT holds against golden.txt; read there, it would be stale while it is
  // written.
  @RegisterExtension static final MemoryDatabase fresh = new MemoryDatabase();

  private static final LongUse USE = new LongUse();

  static List<String> versions() {
    return LongUse.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_database_in_use_since_then_keeps_every_row_and_ends_as_a_new_one(String version) {
    LivedIn database = USE.upTo(version);
    List<LivedIn.Row> before = database.rows();

    database.migrate();

    assertThat(before).isNotEmpty().allMatch(database::has);
    assertThat(Catalogue.listing(database.database().administrator()))
        .isEqualTo(Catalogue.listing(fresh.administrator()));
  }

  @Test
  void every_table_has_a_row_that_an_upgrade_could_lose() {
    LivedIn database = new LongUse().upTo(versions().getLast());

    assertThat(database.rows())
        .as("put rows of a new table into rows/, in a file with its migration's number")
        .extracting(LivedIn.Row::table)
        .containsAll(database.tables());
  }

  @Test
  void a_lost_row_and_a_lost_value_are_noticed() {
    LivedIn database = new LongUse().upTo("V001");
    LivedIn.Row row = database.rows().getLast();

    assertThat(database.has(row)).isTrue();
    assertThat(database.has(new LivedIn.Row(row.table(), row.json().replace("acme", "gone"))))
        .isFalse();
  }
}
