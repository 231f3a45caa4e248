package io.schemamemory.local.check.right;

import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A function may do what its code and its queue need, on what its settings name, and nothing else.
public final class RightCheck {
  private static final List<String> OF_A_QUEUE =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private RightCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(function -> problems(template, function).map(function::defect));
  }

  private static Stream<String> problems(CheckedTemplate template, CheckedFunction function) {
    List<Statement> statements = Statement.of(function.properties().at("Policies"));
    Set<String> needed = needed(template, function);
    Stream<String> missing =
        needed.stream()
            .filter(action -> statements.stream().noneMatch(one -> one.allows(action)))
            .map(action -> "Policies: lacks " + action + ", which it calls");
    Stream<String> extra =
        statements.stream()
            .filter(Statement::isAllow)
            .flatMap(one -> one.actions().stream())
            .filter(action -> !needed.contains(action))
            .map(action -> "Policies: allows " + action + ", which nothing calls");
    Stream<String> role =
        function.properties().at("Role").isAbsent()
            ? Stream.empty()
            : Stream.of("Role: with one of its own, SAM ignores Policies");
    return Stream.of(
            missing,
            extra,
            role,
            unnamed(function, statements),
            statements.stream().flatMap(one -> odd(template, function, one)))
        .flatMap(found -> found);
  }

  /// What its settings name, and no statement allows.
  private static Stream<String> unnamed(CheckedFunction function, List<Statement> statements) {
    return AwsCall.ALL.stream()
        .filter(call -> call.isMadeBy(function))
        .filter(call -> statements.stream().anyMatch(one -> one.allows(call.action())))
        .flatMap(
            call ->
                call.named(function)
                    .filter(
                        setting ->
                            statements.stream()
                                .filter(one -> one.allows(call.action()))
                                .flatMap(one -> one.resources().stream())
                                .noneMatch(
                                    onto -> call.isEnough(function.variables().at(setting), onto)))
                    .map(
                        setting ->
                            "Policies: lacks %s on what %s names"
                                .formatted(call.action(), setting)));
  }

  private static Stream<String> odd(
      CheckedTemplate template, CheckedFunction function, Statement one) {
    Stream<String> inverse =
        Stream.of("NotAction", "NotResource")
            .filter(key -> !one.fields().at(key).isAbsent())
            .map(key -> "Policies: " + key + " allows all the rest");
    Stream<String> denied =
        one.isAllow() ? Stream.empty() : Stream.of("Policies: a statement does not say Allow");
    Stream<String> elsewhere =
        one.actions().stream()
            .filter(
                action ->
                    one.resources().isEmpty()
                        || one.resources().stream()
                            .anyMatch(onto -> isElsewhere(template, function, onto, action)))
            .map(
                action ->
                    "Policies: allows " + action + " on something else than its settings name");
    return Stream.of(inverse, denied, elsewhere, context(function, one)).flatMap(found -> found);
  }

  /// Without its context, the right would open what others wrapped with the same key.
  private static Stream<String> context(CheckedFunction function, Statement one) {
    if (!one.actions().contains(AwsCall.DECRYPT.action())) {
      return Stream.empty();
    }
    return !one.purposes().isEmpty()
            && one.purposes().stream().allMatch(purpose -> isOf(function, purpose))
        ? Stream.empty()
        : Stream.of("Policies: allows kms:Decrypt with another encryption context than its code's");
  }

  /// The code puts it together: a constant for each purpose, behind the product's name.
  private static boolean isOf(CheckedFunction function, String purpose) {
    String[] parts = purpose.split("/", 2);
    return parts.length == 2
        && function.code().hasText(parts[0] + "/")
        && function.code().mentions(parts[1].toUpperCase(Locale.ROOT));
  }

  private static Set<String> needed(CheckedTemplate template, CheckedFunction function) {
    Set<String> needed = new LinkedHashSet<>();
    for (AwsCall call : AwsCall.ALL) {
      if (call.isMadeBy(function)) {
        needed.add(call.action());
      }
    }
    mappings(template, function).forEach(_ -> needed.addAll(OF_A_QUEUE));
    return needed;
  }

  private static Stream<Property> mappings(CheckedTemplate template, CheckedFunction function) {
    return template
        .ofType("AWS::Lambda::EventSourceMapping")
        .map(Map.Entry::getValue)
        .filter(
            mapping -> References.in(mapping.at("FunctionName").value()).contains(function.id()));
  }

  private static boolean isElsewhere(
      CheckedTemplate template, CheckedFunction function, Property onto, String action) {
    Set<String> named = References.in(onto.value());
    if (OF_A_QUEUE.contains(action)) {
      return mappings(template, function)
          .flatMap(mapping -> References.in(mapping.at("EventSourceArn").value()).stream())
          .noneMatch(named::contains);
    }
    for (AwsCall call : AwsCall.ALL) {
      if (call.action().equals(action)) {
        return call.settings().stream()
            .map(setting -> function.variables().at(setting))
            .noneMatch(value -> call.isOn(value, onto));
      }
    }
    return named.isEmpty();
  }
}
