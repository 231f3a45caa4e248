package io.schemamemory.testkit.planetscale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The failures to come, in order; if there are none, everything succeeds.
public final class Script {
  private record Line(String pathEnd, Fault fault) {}

  private final Deque<Line> lines = new ArrayDeque<>();
  private final Map<String, StandInReply> previous = new HashMap<>();

  /// Lets the next requests fail.
  public Script next(int times, Fault fault) {
    return next(times, "", fault);
  }

  /// Lets the next requests fail whose path ends like this.
  public synchronized Script next(int times, String pathEnd, Fault fault) {
    for (int i = 0; i < times; i++) {
      lines.add(new Line(pathEnd, fault));
    }
    return this;
  }

  /// Removes the failures that have not happened yet.
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
