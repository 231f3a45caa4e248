package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a deploy request: who took it and when, as far as known.
public record StoryStep(@Nullable ActorId by, @Nullable Instant at) {
  /// A step that was not taken.
  public static final StoryStep NOT_DONE = new StoryStep(null, null);

  /// Whether it was taken.
  public boolean done() {
    return by != null || at != null;
  }
}
