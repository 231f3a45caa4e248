package io.schemamemory.domain.ddl;

import org.jspecify.annotations.Nullable;

/// The name of a table or view, without quotes.
///
/// @param keyspace where it lives, if the statement or who sent it says so
public record TableName(@Nullable String keyspace, String name) {}
