package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final SecretValues SECRETS =
      new SecretValues(
          Map.of(
              "schema-memory/database",
              Map.of(
                  "receive_webhook", "jdbc:postgresql://db/$1",
                  "normalize_deliveries", "n",
                  "poll_audit_log", "p",
                  "apply_retention", "a",
                  "migrator", "hunter2"),
              "schema-memory/planetscale",
              Map.of("organization", "acme", "token_id", "i", "token", "t", "tokens", "{}"),
              "schema-memory/sealing",
              Map.of("keyset", "{\"sealing\":{}}")));

  private static final Map<String, String> PARAMETERS = Map.of("SealingKey", "file:///key");

  @Test
  void the_bundles_template_is_read_completely() {
    Template template = Template.read(Path.of("../template.yaml"), SECRETS, PARAMETERS);

    assertThat(template.functions())
        .extracting(Function::logicalId)
        .containsExactly(
            "ReceiveWebhook",
            "NormalizeDeliveries",
            "PollAuditLog",
            "ApplyRetention",
            "MigrateSchema");
    Function receive = template.functions().getFirst();
    assertThat(receive.name()).isEqualTo("receive-webhook");
    assertThat(receive.deployedName()).isEqualTo("schema-memory-receive-webhook");
    assertThat(receive.handler()).isEqualTo("io.schemamemory.receivewebhook.ReceiveWebhook");
    assertThat(receive.logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(receive.timeout()).isPositive();
    assertThat(receive.routes())
        .containsExactly(
            new Route("POST", "/api/planetscale/webhooks"),
            new Route("POST", "/api/planetscale/webhooks/{source}"));
    assertThat(receive.snapStart()).isTrue();
    assertThat(receive.environment())
        .containsEntry("DATABASE_SECRET_ID", "schema-memory/database/receive_webhook")
        .containsEntry("WEBHOOK_SECRETS_ID", "schema-memory/webhook")
        .containsEntry("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "");
    assertThat(template.functions().get(1).schedules())
        .containsExactly(
            new Schedule("EveryMinute", Duration.ofMinutes(1), Schedule.Origin.SCHEDULER));
  }

  @Test
  void the_bundles_spill_queue_is_read_completely() {
    Template template = Template.read(Path.of("../template.yaml"), SECRETS, PARAMETERS);

    assertThat(template.queues())
        .extracting(Queue::logicalId)
        .containsExactly("SpillQueue", "SpillDeadLetterQueue");
    Queue spill = template.queues().getFirst();
    Queue dead = template.queues().getLast();
    assertThat(template.functions().getFirst().environment().get("SPILL_QUEUE_URL"))
        .endsWith("/000000000000/" + spill.name());
    assertThat(spill.deadLetters().orElseThrow().queueArn()).isEqualTo(dead.arn());
    assertThat(dead.retention()).isEqualTo(Duration.ofDays(14));
    Function normalize = template.functions().get(1);
    assertThat(spill.visibilityTimeout()).isEqualTo(normalize.timeout().multipliedBy(6));
    assertThat(template.queueMappings())
        .containsExactly(
            new QueueMapping("SpillQueueMapping", normalize.deployedName(), spill.arn(), 10, true));
  }

  @Test
  void a_functions_own_properties_override_the_globals() {
    Function function =
        only(
            """
            Globals:
              Function:
                Timeout: 7
                MemorySize: 256
                Environment: {Variables: {SHARED: global, OWN: global}}
            Resources:
              Thing:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: !Sub ${AWS::StackName}-thing
                  Handler: a.B
                  MemorySize: 512
                  Environment: {Variables: {OWN: own}}
            """);

    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(function.memoryMegabytes()).isEqualTo(512);
    assertThat(function.environment())
        .containsExactlyInAnyOrderEntriesOf(Map.of("SHARED", "global", "OWN", "own"));
  }

  @Test
  void an_undeclared_property_has_lambdas_default() {
    Function function = only(Samples.function("Description: nothing else"));

    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(function.memoryMegabytes()).isEqualTo(128);
    assertThat(function.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(function.environment()).isEmpty();
  }

  @Test
  void values_that_the_runner_does_not_need_stay_unresolved() {
    Function function = only(Samples.function("Role: !GetAtt Role.Arn"));

    assertThat(function.handler()).isEqualTo("a.B");
  }

  @Test
  void printing_a_function_or_the_secrets_reveals_no_secret() {
    assertThat(Template.read(Path.of("../template.yaml"), SECRETS, PARAMETERS).toString())
        .doesNotContain("hunter2");
    assertThat(SECRETS.toString()).doesNotContain("hunter2").contains("schema-memory/database");
  }

  private static Function only(String yaml) {
    return Template.parse(yaml, SECRETS).functions().getFirst();
  }
}
