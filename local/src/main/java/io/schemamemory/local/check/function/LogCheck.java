package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A function writes JSON to a log group of its own, which forgets some day: Lambda's own never
/// does.
public final class LogCheck {
  private static final String GROUP = "AWS::Logs::LogGroup";

  /// Below these, lines that the pages of docs/ speak of are not written.
  private static final Set<String> LEVELS = Set.of("", "INFO", "DEBUG", "TRACE");

  private LogCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return Stream.concat(
        template.functions().stream()
            .flatMap(function -> problems(template, function).stream().map(function::defect)),
        template
            .ofType(GROUP)
            .filter(group -> group.getValue().at("RetentionInDays").isAbsent())
            .map(group -> new Defect(group.getKey(), "RetentionInDays: is missing")));
  }

  private static List<String> problems(CheckedTemplate template, CheckedFunction function) {
    Property logging = function.properties().at("LoggingConfig");
    List<String> found = new ArrayList<>();
    Optional<String> group = group(template, function);
    if (group.isEmpty()) {
      found.add("LoggingConfig: has no LogGroup of the template, so its log is kept for ever");
    }
    group
        .flatMap(name -> other(template, function, name))
        .ifPresent(other -> found.add("LoggingConfig: its LogGroup is that of " + other));
    if (!AsWritten.of(logging.at("LogFormat")).equals("JSON")) {
      found.add("LoggingConfig: LogFormat is not JSON");
    }
    if (!LEVELS.contains(AsWritten.of(logging.at("ApplicationLogLevel")))) {
      found.add("LoggingConfig: ApplicationLogLevel hides lines that say what was done");
    }
    return found;
  }

  private static Optional<String> other(
      CheckedTemplate template, CheckedFunction function, String group) {
    return template.functions().stream()
        .filter(other -> !other.id().equals(function.id()))
        .filter(other -> group(template, other).filter(group::equals).isPresent())
        .map(CheckedFunction::id)
        .findFirst();
  }

  private static Optional<String> group(CheckedTemplate template, CheckedFunction function) {
    return Stream.of(function.properties().at("LoggingConfig").at("LogGroup"))
        .map(Property::value)
        .map(References::in)
        .flatMap(Set::stream)
        .filter(name -> template.has(name, GROUP))
        .findFirst();
  }
}
