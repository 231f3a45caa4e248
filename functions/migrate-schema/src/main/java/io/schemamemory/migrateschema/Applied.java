package io.schemamemory.migrateschema;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What a run of the migrations did.
///
/// @param migrations those applied just now, such as `V003 create inbox`; none if all were there
/// @param version the version the schema has now
@Serdeable
public record Applied(List<String> migrations, String version) implements DeployResult {
  @Override
  public String sentence() {
    return migrations.isEmpty()
        ? "nothing to apply; the schema has version " + version
        : "applied " + String.join(", ", migrations) + "; the schema has version " + version;
  }
}
