package io.schemamemory.local.check;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What has a name of its own has the stack's in it: two stacks of an account would collide. A
/// function's is its folder's, as docs/ call it.
final class NameCheck {
  private static final String STACK = "${AWS::StackName}";

  private static final List<String> NAMES =
      List.of(
          "FunctionName", "QueueName", "AlarmName", "LogGroupName", "TopicName", "DashboardName");

  private NameCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    Stream<Defect> shared =
        template.resources().entrySet().stream()
            .flatMap(
                resource ->
                    named(resource.getValue()).entrySet().stream()
                        .filter(name -> !AsWritten.of(name.getValue()).contains(STACK))
                        .map(
                            name ->
                                new Defect(
                                    resource.getKey(),
                                    name.getKey()
                                        + ": lacks ${AWS::StackName}, so two stacks collide")));
    Stream<Defect> schedules =
        template.functions().stream()
            .flatMap(
                function ->
                    function
                        .schedules()
                        .filter(event -> !AsWritten.of(event.getValue().at("Name")).contains(STACK))
                        .map(
                            event ->
                                function.defect(
                                    "Events.%s: its Name lacks ${AWS::StackName}, so two stacks collide"
                                        .formatted(event.getKey()))));
    return Stream.of(shared, schedules, functions(template)).flatMap(found -> found);
  }

  private static Stream<Defect> functions(CheckedTemplate template) {
    return template.functions().stream()
        .filter(
            function ->
                !AsWritten.of(function.properties().at("FunctionName"))
                    .equals(STACK + "-" + function.folder()))
        .map(
            function ->
                function.defect(
                    "FunctionName: is not ${AWS::StackName}-%s, as docs/ call it"
                        .formatted(function.folder())));
  }

  private static Map<String, Property> named(Property resource) {
    Map<String, Property> named = new LinkedHashMap<>();
    // A mapping names the function it invokes.
    if (AsWritten.of(resource.at("Type")).equals("AWS::Lambda::EventSourceMapping")) {
      return named;
    }
    for (String name : NAMES) {
      Property value = resource.at("Properties").at(name);
      if (!value.isAbsent() && !isReference(value)) {
        named.put(name, value);
      }
    }
    return named;
  }

  private static boolean isReference(Property value) {
    return value.value() instanceof Map<?, ?> call && !call.containsKey("Fn::Sub");
  }
}
