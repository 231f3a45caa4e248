package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.cloud.DeployedStack;
import io.schemamemory.local.rehearsal.page.ParametersFile;
import io.schemamemory.local.rehearsal.terminal.Expect;
import io.schemamemory.local.rehearsal.terminal.Shell;

/// An upgrade with a changed parameter, which a later deploy keeps.
public record UpgradeScene(Stage stage) implements Scene {
  private static final int DAYS = 30;

  @Override
  public String command() {
    return "sam deploy";
  }

  @Override
  public void before() {
    new ParametersFile(stage.checkout()).set("LogRetentionDays: " + DAYS);
    stage.transcript().step("upgrade", "parameters/prod.yaml: LogRetentionDays: " + DAYS);
  }

  @Override
  public void after() {
    DeployedStack stack = stage.stack();
    Expect.same(stack.state(), "UPDATE_COMPLETE", "the stack");
    Expect.same(stack.logRetention(), DAYS, "the retention of logs");
    stage.transcript().step("upgrade", "the changed parameter is deployed");
    Shell.Result again = stack.shell().run("sam deploy --config-env prod", "y\n");
    Expect.same(again.status(), 0, "a second deploy: " + again.end());
    Expect.same(stack.logRetention(), DAYS, "the retention of logs after another deploy");
    stage.transcript().step("upgrade", "another deploy keeps it");
    stage.webhooks().post("branch.ready");
    stage.transcript().step("webhook", "one after the upgrade is answered 202");
  }
}
