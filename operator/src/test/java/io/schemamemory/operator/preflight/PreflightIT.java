package io.schemamemory.operator.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `bin/preflight` says what is missing before a deploy, with an `aws` that answers from files.
class PreflightIT {
  @TempDir private Path checkout;
  private StandInAccount account;

  @BeforeEach
  void account() {
    account = StandInAccount.readyIn(checkout);
  }

  @Test
  void an_account_with_everything_is_ready_to_deploy() throws Exception {
    StandInAccount.Outcome outcome = account.preflight("--config-env", "prod");

    assertThat(outcome.text()).contains("ready to deploy").doesNotContain("fail ", "warning ");
    assertThat(outcome.exit()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a reservation that does not fit     | ReservedConcurrency: 900 | concurrency: ReservedConcurrency=900 does not fit: 1000 of 1000 executions are free, and AWS keeps 100 unreserved. Set it to 890 at most
          subnets without security groups     | SubnetIds: subnet-1      | network: SubnetIds and SecurityGroupIds belong together
          security groups without subnets     | SecurityGroupIds: sg-1   | network: SubnetIds and SecurityGroupIds belong together
          a sealing key that is no KMS key    | SealingKey: alias/mine   | sealing key: the parameter SealingKey must be aws-kms://
          secrets of other names              | DatabaseSecret: shop/db  | secrets of DatabaseSecret: shop/db/receive_webhook: aws secretsmanager get-secret-value says ResourceNotFoundException
          """)
  void a_wrong_parameter_fails(String name, String parameter, String line) throws Exception {
    account.parameters(parameter + "\n");

    assertFails(line);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a right too few            | iam-simulate-principal-policy | {"EvaluationResults":[{"EvalActionName":"kms:CreateKey","EvalDecision":"implicitDeny"}]} | rights of the deployer: arn:aws:iam::111122223333:role/deployer lacks kms:CreateKey
          a database elsewhere       | secretsmanager-get-secret-value-schema-memory_database_migrator | {"SecretString":"jdbc:postgresql://x.abc.us-east-1.rds.amazonaws.com/memory?user=u&password=geheim"} | region: the database is in us-east-1, the stack would be in eu-central-1
          a URL without a password   | secretsmanager-get-secret-value-schema-memory_database_migrator | {"SecretString":"jdbc:postgresql://host/memory?user=geheim"} | secrets of DatabaseSecret: schema-memory/database/migrator must be jdbc:postgresql://
          a document of former days  | secretsmanager-get-secret-value-schema-memory_webhook | {"SecretString":"geheim"} | secret of WebhookSecret: schema-memory/webhook holds no JSON object
          """)
  void a_wrong_account_fails(String name, String call, String answer, String line)
      throws Exception {
    account.answers(call, answer);

    assertThat(assertFails(line)).doesNotContain("geheim");
  }

  @Test
  void queues_of_a_removed_stack_fail() throws Exception {
    account.forgets("sqs-get-queue-url.refused");
    account.answers("sqs-get-queue-url", "{}");

    assertFails("stack: schema-memory-spill and schema-memory-spill-dead-letters are left");
  }

  @Test
  void a_key_that_is_to_be_deleted_fails() throws Exception {
    account.parameters("SealingKey: aws-kms://arn:aws:kms:eu-central-1:111122223333:key/1\n");
    account.answers("kms-describe-key", "{\"KeyMetadata\":{\"KeyState\":\"PendingDeletion\"}}");

    assertFails("sealing key: the key is PendingDeletion: enable it, or cancel its deletion");
  }

  @Test
  void a_secret_that_may_not_be_read_fails() throws Exception {
    account.refuses(
        "secretsmanager-get-secret-value-schema-memory_sealing", "AccessDeniedException", "no");

    assertFails("secret of SealingSecret: aws secretsmanager get-secret-value says AccessDenied");
  }

  @Test
  void what_is_stored_after_the_deploy_is_skipped() throws Exception {
    assertThat(account.preflight("--config-env", "prod").text())
        .contains(
            "skipped  secret of WebhookSecret: schema-memory/webhook is stored after the deploy",
            "skipped  secret of SealingSecret: schema-memory/sealing is stored after the deploy",
            "skipped  secret of PlanetScaleSecret: schema-memory/planetscale is stored after");
  }

  @Test
  void alarms_that_nobody_hears_are_a_warning() throws Exception {
    account.parameters("AlarmEmail: \"\"\n");

    assertWarns("alarms: nobody hears the alarms: set AlarmEmail or AlarmTopicArn");
  }

  @Test
  void a_subscription_that_was_never_confirmed_is_a_warning() throws Exception {
    account.forgets("sns-list-subscriptions-by-topic.refused");
    account.answers(
        "sns-list-subscriptions-by-topic-arn:aws:sns:eu-central-1:111122223333:schema-memory-alarms",
        "{\"Subscriptions\":[{\"SubscriptionArn\":\"PendingConfirmation\"}]}");

    assertWarns("alarms: nobody hears the alarms: you@example.com has no subscription that was");
  }

  @Test
  void the_quota_of_a_new_account_is_a_warning() throws Exception {
    account.quota(10);

    assertWarns("concurrency: 10 of 10 executions are free: ask for the usual 1000");
  }

  @Test
  void without_credentials_the_rest_is_skipped() throws Exception {
    account.refuses("sts-get-caller-identity", "ExpiredToken", "it has expired");

    assertThat(assertFails("credentials: aws sts get-caller-identity says ExpiredToken"))
        .contains("skipped  concurrency: needs a region and credentials", "1 of the checks failed");
  }

  @Test
  void a_region_that_the_sam_cli_does_not_read_fails() throws Exception {
    StandInAccount.Outcome outcome = account.preflight(Map.of(), "--config-env", "prod");

    assertThat(outcome.text())
        .contains("fail     region: export AWS_DEFAULT_REGION=eu-central-1, too");
    assertThat(outcome.exit()).isEqualTo(1);
  }

  @Test
  void every_type_of_the_template_has_its_rights() throws Exception {
    StandInAccount.Outcome actions = account.preflight("--config-env", "prod", "--actions");

    assertThat(actions.exit()).as(actions.text()).isZero();
    assertThat(actions.text()).contains("lambda:CreateFunction\n", "cloudwatch:PutMetricAlarm\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS::DynamoDB::Table", "AWS::KMS::Grant"})
  void a_type_nobody_thought_of_is_named(String type) throws Exception {
    String template = Files.readString(Samples.root().resolve("template.yaml"));
    account.write(
        "template.yaml",
        template.replace("\n    Type: AWS::SQS::Queue\n", "\n    Type: " + type + "\n"));

    StandInAccount.Outcome actions = account.preflight("--config-env", "prod", "--actions");

    assertThat(actions.text()).contains("template.yaml has a resource of the type " + type);
    assertThat(actions.exit()).isEqualTo(1);
  }

  private String assertFails(String line) throws Exception {
    StandInAccount.Outcome outcome = account.preflight("--config-env", "prod");
    assertThat(outcome.text()).contains("fail     " + line).doesNotContain("ready to deploy");
    assertThat(outcome.exit()).isEqualTo(1);
    return outcome.text();
  }

  private void assertWarns(String line) throws Exception {
    StandInAccount.Outcome outcome = account.preflight("--config-env", "prod");
    assertThat(outcome.text()).contains("warning  " + line, "ready to deploy");
    assertThat(outcome.exit()).isZero();
  }
}
