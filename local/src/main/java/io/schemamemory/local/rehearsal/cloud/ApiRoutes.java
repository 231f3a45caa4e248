package io.schemamemory.local.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The routes of the deployed API, which MiniStack does not read from the OpenAPI document that SAM
/// writes.
public record ApiRoutes(DeployedStack stack) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Adds them; returns their keys.
  public List<String> add() {
    Map<String, String> ids = stack.resources();
    String api = DeployedStack.named(ids, "Api");
    List<String> added = new ArrayList<>();
    for (var path : template().at("/Resources/Api/Properties/Body/paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode integration = method.getValue().path("x-amazon-apigateway-integration");
        if (integration.isObject()) {
          String key = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          addRoute(
              api,
              key,
              DeployedStack.named(ids, function(integration.at("/uri/Fn::Sub").asText())));
          added.add(key);
        }
      }
    }
    return added;
  }

  private void addRoute(String api, String key, String function) {
    String integration =
        stack
            .shell()
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
        stack
            .shell()
            .aws(
                "apigatewayv2",
                "create-route",
                "--api-id",
                api,
                "--route-key",
                key,
                "--target",
                "integrations/" + integration);
  }

  /// The logical id in an integration's URI, such as `.../functions/${NAME}/invocations`.
  private static String function(String uri) {
    return uri.replaceFirst(".*/functions/\\$\\{(\\w+)}/invocations", "$1");
  }

  private JsonNode template() {
    JsonNode body =
        stack
            .shell()
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
}
