package io.schemamemory.migrate;

/// What an invocation is answered.
public sealed interface Answer permits Applied, Plan, Validation, Inventory {}
