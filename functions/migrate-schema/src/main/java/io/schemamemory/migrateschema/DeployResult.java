package io.schemamemory.migrateschema;

/// How a deploy left the schema.
public sealed interface DeployResult extends MigrateAnswer permits Applied, SchemaKept {
  /// Says it to people.
  String sentence();
}
