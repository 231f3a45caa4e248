package io.schemamemory.local.template;

import java.util.HashMap;
import java.util.Map;

/// The names that `Ref`, `Fn::GetAtt` and `Fn::Sub` may refer to, with their values.
final class Names {
  private final Map<String, String> values = new HashMap<>(Stack.PSEUDO_PARAMETERS);
  private final SecretValues secrets;

  private Names(SecretValues secrets) {
    this.secrets = secrets;
  }

  /// @param parameters values that a deploy would override; the others have their defaults
  static Map<String, String> of(
      Property root, SecretValues secrets, Map<String, String> parameters) {
    Names names = new Names(secrets);
    root.at("Parameters").entries().forEach(names::addDefault);
    names.values.putAll(parameters);
    names.values.putAll(Conditions.of(root, new Intrinsics(names.values, secrets)));
    root.at("Resources").entries().forEach(names::addResource);
    return names.values;
  }

  private void addDefault(String name, Property parameter) {
    if (!parameter.at("Default").isAbsent()) {
      values.put(name, parameter.at("Default").text());
    }
  }

  private void addResource(String logicalId, Property resource) {
    Property properties =
        ResourceType.properties(logicalId, resource, new Intrinsics(values, secrets));
    switch (ResourceType.of(resource)) {
      case QUEUE -> addQueue(logicalId, Queue.name(properties));
      case FUNCTION -> {
        if (!properties.at("FunctionName").isAbsent()) {
          addFunction(logicalId, properties.at("FunctionName").text());
        }
      }
      // The port does not matter: PlanetScale cannot reach this machine.
      case HTTP_API -> values.put(logicalId + ".ApiEndpoint", "http://127.0.0.1");
      case QUEUE_MAPPING, OTHER -> {}
    }
  }

  private void addQueue(String logicalId, String name) {
    values.put(logicalId, Queue.url(name));
    values.put(logicalId + ".QueueUrl", Queue.url(name));
    values.put(logicalId + ".QueueName", name);
    values.put(logicalId + ".Arn", Queue.arn(name));
  }

  private void addFunction(String logicalId, String name) {
    values.put(logicalId, name);
    values.put(logicalId + ".Arn", Stack.arn("lambda", "function:" + name));
  }
}
