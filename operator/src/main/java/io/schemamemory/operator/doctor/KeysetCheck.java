package io.schemamemory.operator.doctor;

import io.schemamemory.data.audit.StoredCanary;
import io.schemamemory.data.audit.StoredCanary.State.Absent;
import io.schemamemory.data.audit.StoredCanary.State.GivenUp;
import io.schemamemory.data.audit.StoredCanary.State.Present;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.Finding;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.sealing.KeysetCanary;
import io.schemamemory.sealing.KeysetCanary.Verdict.Belongs;
import io.schemamemory.sealing.KeysetCanary.Verdict.Foreign;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.SearchHash;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.sql.SQLException;

/// Checks whether a keyset is the one that a database's values are sealed with.
record KeysetCheck(Environment environment, DatabaseProbe probe) {
  private static final String KEYSET = "SEALING_KEYSET";
  private static final String KEY = "SEALING_KEY";

  Finding check() throws SQLException {
    if (!environment.isSet(KEYSET) || !environment.isSet(KEY)) {
      return new Skipped("set " + KEYSET + " and " + KEY + " to check it");
    }
    try {
      SealingSettings settings = SealingSettings.of(environment);
      return switch (probe.run(connection -> new StoredCanary(connection).read())) {
        case Absent _, GivenUp _ -> new Ok("none is in use yet");
        case Present present -> check(settings, present);
      };
    } catch (SettingException | SealingException refused) {
      return new Fail(String.valueOf(refused.getMessage()));
    }
  }

  private static Finding check(SealingSettings settings, Present present) {
    KeysetCanary canary =
        new KeysetCanary(Sealed.of(present.sealed()), SearchHash.of(present.hash()));
    return switch (canary.check(settings.sealer(), settings.hasher())) {
      case Belongs _ -> new Ok("it is this database's");
      case Foreign(String whatToDo) -> new Fail(whatToDo);
    };
  }
}
