package io.schemamemory.domain.ddl;

/// A setting of a table as a whole, such as `ENGINE` `InnoDB`.
///
/// @param name in capitals; `CHARSET` also where `CHARACTER SET` is written
/// @param value as written
public record TableOption(String name, String value) {}
