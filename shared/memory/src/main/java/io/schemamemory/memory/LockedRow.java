package io.schemamemory.memory;

import io.micronaut.serde.annotation.Serdeable;

/// An observation that is locked: its number, and the key it was found by.
@Serdeable
record LockedRow(long id, String key) {}
