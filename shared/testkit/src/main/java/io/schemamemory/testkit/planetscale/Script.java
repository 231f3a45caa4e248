package io.schemamemory.testkit.planetscale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// What is to go wrong, in the order it was written; empty, everything goes right.
public final class Script {
  private record Line(String pathEnd, Fault fault) {}

  private final Deque<Line> lines = new ArrayDeque<>();
  private final Map<String, StandInReply> previous = new HashMap<>();

  /// The next requests go wrong.
  public Script next(int times, Fault fault) {
    return next(times, "", fault);
  }

  /// The next requests whose path ends so go wrong.
  public synchronized Script next(int times, String pathEnd, Fault fault) {
    for (int i = 0; i < times; i++) {
      lines.add(new Line(pathEnd, fault));
    }
    return this;
  }

  /// Forgets what has not happened yet.
  public synchronized void clear() {
    lines.clear();
  }

  synchronized StandInReply play(String path, StandInReply genuine) {
    for (Line line : lines) {
      if (path.endsWith(line.pathEnd())) {
        lines.removeFirstOccurrence(line);
        return line.fault().instead(genuine, previous.getOrDefault(path, genuine));
      }
    }
    previous.put(path, genuine);
    return genuine;
  }
}
