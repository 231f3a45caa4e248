package io.schemamemory.local.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.local.rehearsal.terminal.Shell;
import io.schemamemory.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The stack in the local AWS.
public record DeployedStack(Shell shell, URI aws) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Its state, such as `CREATE_COMPLETE`; a deleted one is listed, too. Empty if there is none.
  public String state() {
    for (JsonNode stack : shell.aws("cloudformation", "list-stacks").path("StackSummaries")) {
      if (stack.path("StackName").asText().equals(Stack.NAME)) {
        return stack.path("StackStatus").asText();
      }
    }
    return "";
  }

  /// What AWS chose as the name or ARN of a resource.
  public String physicalId(String logicalId) {
    return named(resources(), logicalId);
  }

  static String named(Map<String, String> ids, String logicalId) {
    return Optional.ofNullable(ids.get(logicalId))
        .orElseThrow(() -> new RehearsalException("the stack has no " + logicalId));
  }

  /// Names and ARNs that AWS chose, by logical id.
  public Map<String, String> resources() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (JsonNode resource :
        shell
            .aws("cloudformation", "list-stack-resources", "--stack-name", Stack.NAME)
            .path("StackResourceSummaries")) {
      ids.put(
          resource.path("LogicalResourceId").asText(),
          resource.path("PhysicalResourceId").asText());
    }
    return ids;
  }

  /// The front door, by its path: a name under `localhost` is not known to every resolver.
  public URI webhookUrl() {
    return URI.create(
        aws + "/_aws/execute-api/" + physicalId("Api") + "/$default/api/planetscale/webhooks");
  }

  /// Invokes a function and returns its answer.
  public JsonNode invoke(String function, String event) {
    Path answer = shell.scratch().resolve("answer.json");
    JsonNode outcome =
        shell.aws(
            "lambda",
            "invoke",
            "--function-name",
            Stack.NAME + "-" + function,
            "--cli-binary-format",
            "raw-in-base64-out",
            "--payload",
            event,
            answer.toString());
    try {
      if (outcome.has("FunctionError")) {
        throw new RehearsalException(function + " failed: " + Files.readString(answer));
      }
      return JSON.readTree(Files.readString(answer));
    } catch (IOException failure) {
      throw new UncheckedIOException(function + " did not answer JSON", failure);
    }
  }

  /// A queue's attribute that is a number.
  public int queue(String name, String attribute) {
    return shell
        .aws(
            "sqs",
            "get-queue-attributes",
            "--queue-url",
            queueUrl(name),
            "--attribute-names",
            attribute)
        .at("/Attributes/" + attribute)
        .asInt();
  }

  public String queueUrl(String name) {
    return shell
        .aws("sqs", "get-queue-url", "--queue-name", Stack.NAME + "-" + name)
        .path("QueueUrl")
        .asText();
  }

  public void setQueue(String name, String attribute, int value) {
    must(
        shell.run(
            "aws sqs set-queue-attributes --queue-url %s --attributes %s=%d"
                .formatted(queueUrl(name), attribute, value),
            ""));
  }

  /// How many days the receiver's logs are kept.
  public int logRetention() {
    return shell
        .aws(
            "logs",
            "describe-log-groups",
            "--log-group-name-prefix",
            "/schema-memory/" + Stack.NAME + "/receive-webhook")
        .at("/logGroups/0/retentionInDays")
        .asInt();
  }

  /// How many keys of KMS can be used.
  public int enabledKeys() {
    int enabled = 0;
    for (JsonNode key : shell.aws("kms", "list-keys").path("Keys")) {
      JsonNode described = shell.aws("kms", "describe-key", "--key-id", key.path("KeyId").asText());
      enabled += described.at("/KeyMetadata/KeyState").asText().equals("Enabled") ? 1 : 0;
    }
    return enabled;
  }

  private static void must(Shell.Result result) {
    if (!result.succeeded()) {
      throw new RehearsalException(result.end());
    }
  }
}
