package io.schemamemory.local.rehearsal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a person types when a command asks.
///
/// @param byCommand a part of the command, and what it is answered
public record Answers(Map<String, String> byCommand) {
  public Answers {
    byCommand = new LinkedHashMap<>(byCommand);
  }

  /// All that is typed while a block runs.
  public String to(String commands) {
    return byCommand.entrySet().stream()
        .filter(answer -> commands.contains(answer.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining());
  }

  /// Not the answers: some are secrets.
  @Override
  public String toString() {
    return byCommand.keySet().toString();
  }
}
