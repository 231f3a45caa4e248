package io.schemamemory.local.check.right;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One statement of a function's policies.
///
/// @param fields the statement itself
record Statement(List<String> actions, List<Property> resources, Property fields) {
  static List<Statement> of(Property policies) {
    return AsWritten.items(policies).flatMap(Statement::ofPolicy).toList();
  }

  boolean allows(String action) {
    return isAllow() && actions.contains(action);
  }

  boolean isAllow() {
    return AsWritten.of(fields.at("Effect")).equals("Allow");
  }

  /// The values that the encryption context may have.
  List<String> purposes() {
    Property purpose =
        fields.at("Condition").at("StringEquals").at("kms:EncryptionContext:purpose");
    return AsWritten.items(purpose).map(AsWritten::of).toList();
  }

  /// A managed policy or a template of SAM's is an action of that name: no code calls it.
  private static Stream<Statement> ofPolicy(Property policy) {
    if (policy.value() instanceof Map<?, ?> document && document.containsKey("Statement")) {
      return AsWritten.items(policy.at("Statement")).map(Statement::ofStatement);
    }
    Property allowed = policy.with(Map.of("Effect", "Allow"));
    return Stream.of(new Statement(List.of(String.valueOf(policy.value())), List.of(), allowed));
  }

  private static Statement ofStatement(Property statement) {
    return new Statement(
        AsWritten.items(statement.at("Action")).map(AsWritten::of).toList(),
        AsWritten.items(statement.at("Resource")).toList(),
        statement);
  }
}
