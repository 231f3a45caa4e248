package io.schemamemory.normalizedeliveries;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/// A database that refuses what is written to it, as the test says.
abstract class TroubleFixture extends NormalizerFixture {
  @AfterEach
  void endTrouble() {
    database.asOwner(
        "drop trigger if exists trouble on memory.sighting; drop function if exists"
            + " memory.trouble()");
  }

  /// Does this at each sighting.
  static void trouble(String statement) {
    database.asOwner(
        """
        create function memory.trouble() returns trigger language plpgsql
        as $$ begin %s; return new; end $$;
        grant execute on function memory.trouble() to normalize_deliveries;
        create trigger trouble before insert on memory.sighting
        for each row execute function memory.trouble()
        """
            .formatted(statement));
  }

  static byte[] ready(int number) {
    return numbered("branch.ready", number);
  }

  static byte[] opened(int number) {
    return numbered("deploy_request.opened", number);
  }

  /// The same event in other bytes.
  private static byte[] numbered(String event, int number) {
    return new String(Samples.payload(event), StandardCharsets.UTF_8)
        .replace("\"timestamp\":", "\"n\":" + number + ",\"timestamp\":")
        .getBytes(StandardCharsets.UTF_8);
  }

  static List<Integer> attempts() {
    return database.rows("select attempts::int as n from memory.pending").stream()
        .map(row -> (Integer) Objects.requireNonNull(row.get("n")))
        .toList();
  }

  static void ignoringFailure(Runnable run) {
    try {
      run.run();
    } catch (DatabaseException | IllegalStateException expected) {
      // What is left in the inbox is looked at.
    }
  }

  static void lapse() {
    database.asOwner("update memory.pending set not_before = clock_timestamp() - interval '1 s'");
  }
}
