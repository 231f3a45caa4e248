package io.schemamemory.migrateschema;

import io.micronaut.serde.annotation.Serdeable;

/// The schema was left as it is, as a deploy that goes back or ends asks.
///
/// @param reason a sentence
@Serdeable
public record SchemaKept(String reason) implements DeployResult {
  @Override
  public String sentence() {
    return reason;
  }
}
