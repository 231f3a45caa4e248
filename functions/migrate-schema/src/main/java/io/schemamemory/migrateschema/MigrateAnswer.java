package io.schemamemory.migrateschema;

/// What an invocation is answered.
public sealed interface MigrateAnswer permits DeployResult, MigrationPlan, Validation, Inventory {}
