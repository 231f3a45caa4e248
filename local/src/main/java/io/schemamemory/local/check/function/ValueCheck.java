package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A variable's value is what its name says: the function's own login, a queue's URL, the metrics'
/// namespace, and no secret in clear.
public final class ValueCheck {
  private static final Pattern SECRET =
      Pattern.compile(".*(SECRETS?|TOKENS?|PASSWORD|KEYSET|DATABASE_URL)");
  private static final Pattern DATABASE = Pattern.compile("DATABASE_(URL|SECRET_ID)");

  private ValueCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                function.variables().entries().entrySet().stream()
                    .flatMap(
                        variable ->
                            problem(template, function, variable)
                                .map(what -> "Environment: " + variable.getKey() + " " + what)
                                .map(function::defect)
                                .stream()));
  }

  private static Optional<String> problem(
      CheckedTemplate template, CheckedFunction function, Map.Entry<String, Property> variable) {
    String name = variable.getKey();
    Property value = variable.getValue();
    String text = AsWritten.of(value);
    if (value.value() instanceof String && !text.isEmpty() && SECRET.matcher(name).matches()) {
      return Optional.of("stands in clear in the template");
    }
    if (text.contains("{{resolve:")) {
      return Optional.of(
          "is a secret that anybody reads who may read the function's configuration");
    }
    if (DATABASE.matcher(name).matches() && !text.isEmpty()) {
      return login(function, text);
    }
    if (name.equals("METRICS_NAMESPACE") && !text.equals("SchemaMemory/${AWS::StackName}")) {
      return Optional.of("is not SchemaMemory/${AWS::StackName}, where the alarms look");
    }
    if (name.equals("SPILL_QUEUE_URL") && !isQueue(template, value)) {
      return Optional.of("is no URL of a queue of the template: only !Ref gives one");
    }
    return ApiCheck.isAddress(template, text)
        ? Optional.empty()
        : Optional.of("is the address of no route");
  }

  private static Optional<String> login(CheckedFunction function, String text) {
    String login =
        function.folder().equals("migrate-schema")
            ? "migrator"
            : function.folder().replace('-', '_');
    return text.matches(".*[:/]" + login + "(}})?")
        ? Optional.empty()
        : Optional.of("is not that of its own login, " + login);
  }

  private static boolean isQueue(CheckedTemplate template, Property value) {
    return value.value() instanceof Map<?, ?> call
        && call.get("Ref") instanceof String queue
        && template.has(queue, "AWS::SQS::Queue");
  }
}
