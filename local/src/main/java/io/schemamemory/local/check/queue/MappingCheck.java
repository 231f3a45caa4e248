package io.schemamemory.local.check.queue;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A mapping is on, passes on every message, and lets the function say which messages failed.
public final class MappingCheck {
  private MappingCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType("AWS::Lambda::EventSourceMapping")
        .flatMap(
            mapping ->
                problems(template, mapping.getValue()).stream()
                    .map(what -> new Defect(mapping.getKey(), what)));
  }

  private static List<String> problems(CheckedTemplate template, Property mapping) {
    List<String> found = new ArrayList<>();
    Set<String> functions = References.in(mapping.at("FunctionName").value());
    List<CheckedFunction> invoked =
        template.functions().stream().filter(it -> functions.contains(it.id())).toList();
    if (invoked.stream().noneMatch(it -> it.code().mentions("batchItemFailures"))) {
      found.add("FunctionName: is of no function that reads a queue's events");
    }
    if (!AsWritten.items(mapping.at("FunctionResponseTypes"))
        .map(AsWritten::of)
        .toList()
        .contains("ReportBatchItemFailures")) {
      found.add(
          "FunctionResponseTypes: lacks ReportBatchItemFailures, so what failed is deleted with the rest");
    }
    if (AsWritten.of(mapping.at("Enabled")).equals("false")) {
      found.add("Enabled: is false, so nothing takes the queue's messages");
    }
    if (!mapping.at("FilterCriteria").isAbsent()) {
      found.add("FilterCriteria: what it does not match is deleted");
    }
    return found;
  }
}
