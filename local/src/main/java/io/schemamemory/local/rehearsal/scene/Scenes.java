package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Scenes in the order of the page.
public final class Scenes {
  private final Deque<Scene> toCome;

  public Scenes(List<Scene> scenes) {
    toCome = new ArrayDeque<>(scenes);
  }

  public void before(String commands) {
    if (isNext(commands)) {
      toCome.getFirst().before();
    }
  }

  public void after(String commands) {
    if (isNext(commands)) {
      toCome.removeFirst().after();
    }
  }

  public void mustBeComplete() {
    if (!toCome.isEmpty()) {
      throw new RehearsalException("the page has no block with " + toCome.getFirst().command());
    }
  }

  private boolean isNext(String commands) {
    return !toCome.isEmpty() && commands.contains(toCome.getFirst().command());
  }
}
