package io.schemamemory.migrateschema;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What a run of the migrations would do.
///
/// @param migrations those it would apply, such as `V003 create inbox`; none if all are there
/// @param version the version the schema has now, or `none`
/// @param target the version it would have then
@Serdeable
public record MigrationPlan(List<String> migrations, String version, String target)
    implements MigrateAnswer {}
