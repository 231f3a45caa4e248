package io.schemamemory.migrateschema;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// Whether the database has exactly this release's migrations.
///
/// @param ok whether it has
/// @param differences what differs, a sentence each; none if it is ok
@Serdeable
public record Validation(boolean ok, List<String> differences) implements MigrateAnswer {}
