package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something done to a deploy request, by whom and when, as far as it is known.
public record StoryStep(@Nullable ActorId by, @Nullable Instant at) {
  /// What was never done.
  public static final StoryStep NOT_DONE = new StoryStep(null, null);

  /// Whether it was done at all.
  public boolean done() {
    return by != null || at != null;
  }
}
