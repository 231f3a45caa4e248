package io.schemamemory.pollauditlog.pages;

import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import java.util.Optional;

/// What came of asking for the page of a log that follows a cursor.
public sealed interface PageAnswer {
  /// The page.
  ///
  /// @param isTooLarge whether it stands for one entry too large to be read
  record Shown(Page<AuditEntry> page, boolean isTooLarge) implements PageAnswer {}

  /// The cursor's entry is no longer there, or an access is missing.
  record NotFound(String whatToDo) implements PageAnswer {}

  /// The pages go round in a circle, or on for ever without an entry.
  ///
  /// @param reason to complete a sentence that begins with the log
  record Endless(String reason) implements PageAnswer {}

  /// The run's own time is up.
  ///
  /// @param failure what PlanetScale did wrong until then, if anything
  record TimeIsUp(Optional<String> failure) implements PageAnswer {}

  /// There is no page, and a person must know.
  record Unavailable(String whatToDo) implements PageAnswer {}
}
