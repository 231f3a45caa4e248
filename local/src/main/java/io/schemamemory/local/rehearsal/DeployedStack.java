package io.schemamemory.local.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The stack in the local AWS.
record DeployedStack(Shell shell, URI aws) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Its state, such as `CREATE_COMPLETE`; empty if there is none.
  String state() {
    for (JsonNode stack : shell.aws("cloudformation", "list-stacks").path("StackSummaries")) {
      if (stack.path("StackName").asText().equals(Stack.NAME) && !stack.has("DeletionTime")) {
        return stack.path("StackStatus").asText();
      }
    }
    return "";
  }

  /// What AWS chose as the name or ARN of a resource.
  String physicalId(String logicalId) {
    return shell
        .aws(
            "cloudformation",
            "describe-stack-resource",
            "--stack-name",
            Stack.NAME,
            "--logical-resource-id",
            logicalId)
        .at("/StackResourceDetail/PhysicalResourceId")
        .asText();
  }

  /// How many resources it has.
  int resources() {
    return shell
        .aws("cloudformation", "list-stack-resources", "--stack-name", Stack.NAME)
        .path("StackResourceSummaries")
        .size();
  }

  /// Adds the routes of the API, which MiniStack does not read from the OpenAPI document that SAM
  /// writes; returns their keys.
  List<String> addRoutes() {
    String api = physicalId("Api");
    List<String> added = new ArrayList<>();
    for (var path : template().at("/Resources/Api/Properties/Body/paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode integration = method.getValue().path("x-amazon-apigateway-integration");
        if (integration.isObject()) {
          String key = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          addRoute(api, key, function(integration.at("/uri/Fn::Sub").asText()));
          added.add(key);
        }
      }
    }
    return added;
  }

  private void addRoute(String api, String key, String function) {
    String integration =
        shell
            .aws(
                "apigatewayv2",
                "create-integration",
                "--api-id",
                api,
                "--integration-type",
                "AWS_PROXY",
                "--payload-format-version",
                "2.0",
                "--integration-uri",
                function)
            .path("IntegrationId")
            .asText();
    var _ =
        shell.aws(
            "apigatewayv2",
            "create-route",
            "--api-id",
            api,
            "--route-key",
            key,
            "--target",
            "integrations/" + integration);
  }

  /// The ARN of the function that an integration's URI names, such as `.../${NAME}/invocations`.
  private String function(String uri) {
    return physicalId(uri.replaceFirst(".*/functions/\\$\\{(\\w+)}/invocations", "$1"));
  }

  private JsonNode template() {
    JsonNode body =
        shell
            .aws(
                "cloudformation",
                "get-template",
                "--stack-name",
                Stack.NAME,
                "--template-stage",
                "Processed")
            .path("TemplateBody");
    try {
      return body.isTextual() ? JSON.readTree(body.asText()) : body;
    } catch (IOException failure) {
      throw new UncheckedIOException("the deployed template is not JSON", failure);
    }
  }

  /// The front door, by its path: a name under `localhost` is not known to every resolver.
  URI webhookUrl() {
    return URI.create(
        aws + "/_aws/execute-api/" + physicalId("Api") + "/$default/api/planetscale/webhooks");
  }

  /// Invokes a function and returns its answer.
  JsonNode invoke(String function, String event) {
    Shell.Result result =
        shell.run(
            "aws lambda invoke --function-name %s-%s --cli-binary-format raw-in-base64-out --payload '%s' answer.json && echo && cat answer.json && rm answer.json"
                .formatted(Stack.NAME, function, event),
            "");
    String answer = result.output().substring(result.output().lastIndexOf("\n{") + 1);
    if (!result.succeeded() || result.output().contains("FunctionError")) {
      throw new RehearsalException(function + " failed:\n" + result.end());
    }
    try {
      return JSON.readTree(answer);
    } catch (IOException failure) {
      throw new UncheckedIOException(function + " did not answer JSON", failure);
    }
  }

  /// A queue's attribute that is a number.
  int queue(String name, String attribute) {
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

  String queueUrl(String name) {
    return shell
        .aws("sqs", "get-queue-url", "--queue-name", Stack.NAME + "-" + name)
        .path("QueueUrl")
        .asText();
  }
}
