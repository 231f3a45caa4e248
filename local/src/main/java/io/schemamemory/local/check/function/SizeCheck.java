package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function has the memory a JVM needs, and may run as often at once as it is called.
public final class SizeCheck {
  /// Below it start-up, whose CPU grows with memory, takes seconds.
  private static final int MEMORY = 512;

  private SizeCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                Stream.concat(memory(function).stream(), concurrency(template, function).stream())
                    .map(function::defect));
  }

  private static List<String> memory(CheckedFunction function) {
    Property size = function.properties().at("MemorySize");
    return size.isAbsent() || AsWritten.isBelow(size, MEMORY)
        ? List.of("MemorySize: is less than %d MB".formatted(MEMORY))
        : List.of();
  }

  private static List<String> concurrency(CheckedTemplate template, CheckedFunction function) {
    Property reserved = function.properties().at("ReservedConcurrentExecutions");
    List<String> found = new ArrayList<>();
    if (reserved.isAbsent()) {
      return found;
    }
    List<Property> branches = AsWritten.items(reserved.at("Fn::If")).toList();
    if (branches.size() != 3) {
      found.add("ReservedConcurrentExecutions: reserves always, which a new account refuses");
      return found;
    }
    int least = 1 + atOnce(template, function);
    if (AsWritten.isBelow(branches.get(1), least)) {
      found.add(
          "ReservedConcurrentExecutions: is less than %d, what its queue and a run need"
              .formatted(least));
    }
    return found;
  }

  private static int atOnce(CheckedTemplate template, CheckedFunction function) {
    return template
        .ofType("AWS::Lambda::EventSourceMapping")
        .map(Map.Entry::getValue)
        .filter(it -> References.in(it.at("FunctionName").value()).contains(function.id()))
        .mapToInt(it -> it.at("ScalingConfig").at("MaximumConcurrency").number(2))
        .sum();
  }
}
