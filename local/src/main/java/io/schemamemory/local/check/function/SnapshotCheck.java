package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A function with a snapshot is called by an alias, whose version changes with all it was made of;
/// it is called often enough to keep the snapshot.
public final class SnapshotCheck {
  /// Lambda deletes a snapshot after 14 days without an invocation.
  private static final Duration KEPT = Duration.ofDays(14);

  private SnapshotCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    Set<String> parameters = template.whole().at("Parameters").entries().keySet();
    return template.functions().stream()
        .filter(function -> !function.properties().at("SnapStart").isAbsent())
        .flatMap(function -> problems(function, parameters).stream().map(function::defect));
  }

  private static List<String> problems(CheckedFunction function, Set<String> parameters) {
    Property properties = function.properties();
    List<String> found = new ArrayList<>();
    if (properties.at("AutoPublishAlias").isAbsent()) {
      found.add("AutoPublishAlias: is missing, and only a published version has a snapshot");
    }
    if (!AsWritten.of(properties.at("AutoPublishAliasAllProperties")).equals("true")) {
      found.add(
          "AutoPublishAliasAllProperties: is not true, so a changed setting publishes no version");
    }
    if (AsWritten.of(properties.at("SnapStart").at("ApplyOn")).equals("None")) {
      found.add("SnapStart: is off whatever the parameter says");
    }
    if (!properties.at("ProvisionedConcurrencyConfig").isAbsent()) {
      found.add("ProvisionedConcurrencyConfig: Lambda refuses it with SnapStart");
    }
    for (String parameter : undescribed(properties, parameters)) {
      found.add(
          "VersionDescription: lacks ${%s}, so another value publishes no version"
              .formatted(parameter));
    }
    if (function
        .schedules()
        .map(Map.Entry::getValue)
        .noneMatch(
            event -> ScheduleCheck.isOn(event) && ScheduleCheck.every(event).compareTo(KEPT) < 0)) {
      found.add(
          "Events: no schedule keeps its snapshot, which Lambda deletes after 14 unused days");
    }
    return found;
  }

  private static Set<String> undescribed(Property properties, Set<String> parameters) {
    Set<String> used = new TreeSet<>();
    for (String of :
        List.of(
            "Architectures",
            "Environment",
            "Layers",
            "SnapStart",
            "MemorySize",
            "Timeout",
            "VpcConfig")) {
      used.addAll(References.in(properties.at(of).value()));
    }
    used.retainAll(parameters);
    used.removeAll(References.in(properties.at("VersionDescription").value()));
    return used;
  }
}
