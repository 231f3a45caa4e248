package io.schemamemory.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The template and the code agree, and whatever is broken in the template is found by name.
class CheckTemplateTest {
  private static final Path ROOT = Path.of("..");
  private static final BundleCode CODE = BundleCode.of(ROOT);

  @Test
  void the_template_agrees_with_the_code() throws IOException {
    assertThat(CheckTemplate.defects(template(), CODE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          receivewebhook.ReceiveWebhook\\n | receivewebhook.Receiver\\n    | ReceiveWebhook: Handler: the class io.schemamemory.receivewebhook.Receiver is not in functions/receive-webhook
          receivewebhook.ReceiveWebhook\\n | receivewebhook.Decision\\n    | ReceiveWebhook: Handler: the class io.schemamemory.receivewebhook.Decision is no RequestHandler
          SPILL_QUEUE_URL: !Ref            | SPILL_QUEUE: !Ref             | ReceiveWebhook: Environment: lacks SPILL_QUEUE_URL, which its code reads
          SPILL_QUEUE_URL: !Ref            | SPILL_QUEUE: !Ref             | ReceiveWebhook: Environment: has SPILL_QUEUE, which its code never reads
          Action: sqs:SendMessage          | Action: sqs:SendMessageBatch  | ReceiveWebhook: Policies: lacks sqs:SendMessage, which it calls
          Action: sqs:SendMessage          | Action: sqs:SendMessageBatch  | ReceiveWebhook: Policies: allows sqs:SendMessageBatch, which nothing calls
          !GetAtt SpillQueue.Arn           | "*"                           | ReceiveWebhook: Policies: allows sqs:SendMessage on something else than its settings name
          - sqs:DeleteMessage\\n           | - sqs:ChangeMessageVisibility\\n | NormalizeDeliveries: Policies: lacks sqs:DeleteMessage, which it calls
          Action: kms:Decrypt              | Action: kms:Encrypt           | PollAuditLog: Policies: lacks kms:Decrypt, which it calls
          Timeout: 3\\n                    | Timeout: 2\\n                 | ReceiveWebhook: Timeout: is 2000 ms, too short for its LATEST of 2600 ms: it needs 2600 ms
          Timeout: 900                     | Timeout: 60                   | MigrateSchema: Timeout: is 60 s, but its code sets no end of its own: give it the longest, 900
          poll-audit-log\\n            ScheduleExpression: rate(5 | poll-audit-log\\n            ScheduleExpression: rate(3 | PollAuditLog: Events.EveryFiveMinutes: comes every 180 s, so runs overlap: Timeout is 240 s
          VisibilityTimeout: 360           | VisibilityTimeout: 60         | SpillQueue: VisibilityTimeout: is 60 s, less than 6 times the Timeout of NormalizeDeliveries
          webhooks/{source}                | webhooks/{database}           | ReceiveWebhook: Events.WebhookOfSource: its path has {database}, which its code never reads
          LogGroup: !Ref MigrateSchemaLog  | LogFormat: JSON               | MigrateSchema: LoggingConfig: has no LogGroup of the template, so its log is kept for ever
          MetricName: SecretsMissing       | MetricName: SecretMissing     | NoSecrets: MetricName: no function with a METRICS_NAMESPACE prints the metric SecretMissing
          -no-secrets                      | -secrets                      | NoSecrets: AlarmName: docs/operations.md has no heading "### secrets"
          Namespace: AWS/ApiGateway        | Namespace: AWS/Gateway        | FailedAnswers: Namespace: nobody here prints metrics to AWS/Gateway
          MetricName: Throttles            | MetricName: Invocations       | ReceiveWebhook: no alarm watches its Throttles
          """)
  void what_is_broken_is_named(String right, String wrong, String defect) throws IOException {
    assertThat(found(template().replaceFirst(pattern(right), text(wrong)))).contains(defect);
  }

  @Test
  void an_alarm_without_an_action_is_named() throws IOException {
    String silent =
        template()
            .replaceFirst(
                "( {6}AlarmName: [^\n]*-wrong-signatures\n) {6}AlarmActions: [^\n]*\n", "$1");

    assertThat(found(silent))
        .containsExactly("WrongSignatures: AlarmActions: is empty, so the alarm reaches nobody");
  }

  private static List<String> found(String template) throws IOException {
    assertThat(template).isNotEqualTo(template());
    return CheckTemplate.defects(template, CODE).stream().map(Defect::toString).toList();
  }

  private static String pattern(String right) {
    return Pattern.quote(text(right));
  }

  private static String text(String cell) {
    return cell.replace("\\n", "\n");
  }

  private static String template() throws IOException {
    return Files.readString(ROOT.resolve("template.yaml"));
  }
}
