package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;

/// An observation that is this transaction's, made or locked: its number, and its key.
@Serdeable
record NumberedRow(long id, String key) {}
