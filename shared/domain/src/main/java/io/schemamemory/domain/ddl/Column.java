package io.schemamemory.domain.ddl;

import io.schemamemory.domain.event.PlainText;

/// A column as a statement defines it.
///
/// @param type as written, white space aside: `varchar(255)`
/// @param attributes what is written after the type: `NOT NULL DEFAULT 'x'`; may be empty
public record Column(String name, String type, String attributes) {
  /// All of it but its name, in one line.
  public String definition() {
    return PlainText.of(type + " " + attributes);
  }
}
