package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A function may do what its code and its queue need, on what its settings name, and nothing else.
final class RightCheck {
  private static final List<String> OF_A_QUEUE =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private RightCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream().flatMap(function -> of(template, function));
  }

  private static Stream<Defect> of(CheckedTemplate template, CheckedFunction function) {
    List<Statement> allowed = Statement.of(function.properties().at("Policies"));
    Set<String> needed = needed(template, function);
    Stream<Defect> missing =
        needed.stream()
            .filter(action -> allowed.stream().noneMatch(one -> one.actions().contains(action)))
            .map(action -> function.defect("Policies: lacks " + action + ", which it calls"));
    Stream<Defect> extra =
        allowed.stream()
            .flatMap(one -> one.actions().stream())
            .filter(action -> !needed.contains(action))
            .map(action -> function.defect("Policies: allows " + action + ", which nothing calls"));
    Stream<Defect> elsewhere =
        allowed.stream()
            .flatMap(
                one -> one.actions().stream().filter(action -> isElsewhere(function, one, action)))
            .map(
                action ->
                    function.defect(
                        "Policies: allows "
                            + action
                            + " on something else than its settings name"));
    return Stream.of(missing, extra, elsewhere).flatMap(found -> found);
  }

  private static Set<String> needed(CheckedTemplate template, CheckedFunction function) {
    Set<String> needed = new LinkedHashSet<>();
    for (AwsCall call : AwsCall.values()) {
      if (function.code().isKnown() && call.isMadeBy(function.code())) {
        needed.add(call.action());
      }
    }
    template
        .ofType("AWS::Lambda::EventSourceMapping")
        .map(Map.Entry::getValue)
        .filter(
            mapping -> References.in(mapping.at("FunctionName").value()).contains(function.id()))
        .forEach(_ -> needed.addAll(OF_A_QUEUE));
    return needed;
  }

  private static boolean isElsewhere(CheckedFunction function, Statement statement, String action) {
    Set<String> onto = References.in(statement.resource());
    for (AwsCall call : AwsCall.values()) {
      if (call.action().equals(action)) {
        Property variable = function.variables().at(call.setting());
        return References.in(variable.value()).stream().noneMatch(onto::contains);
      }
    }
    return onto.isEmpty();
  }
}
