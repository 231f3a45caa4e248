package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.cloud.ApiRoutes;
import io.schemamemory.local.rehearsal.cloud.DeployedStack;
import io.schemamemory.local.rehearsal.terminal.Expect;
import io.schemamemory.local.template.Stack;

/// The first deploy.
public record DeployScene(Stage stage) implements Scene {
  @Override
  public String command() {
    return "sam deploy";
  }

  @Override
  public void after() {
    DeployedStack stack = stage.stack();
    Expect.same(stack.state(), "CREATE_COMPLETE", "the stack");
    stage.transcript().step("deploy", "the stack " + Stack.NAME + " is complete");
    boolean valid =
        stack.invoke("migrate-schema", "{\"command\":\"validate\"}").path("ok").asBoolean();
    Expect.same(valid, true, "validate");
    stage.transcript().step("migrate", "the database has exactly this release's migrations");
    String routes = String.join(", ", new ApiRoutes(stack).add());
    stage
        .transcript()
        .step("deploy", "added by API, because MiniStack imports no routes: " + routes);
  }
}
