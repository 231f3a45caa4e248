package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTest {
  @Test
  void an_undeclared_queue_property_has_sqs_default() {
    Queue queue =
        with("Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}").queues().getFirst();

    assertThat(queue)
        .isEqualTo(
            new Queue(
                "Jobs",
                "jobs",
                Duration.ofSeconds(30),
                Duration.ofDays(4),
                1_048_576,
                Optional.empty()));
  }

  @Test
  void by_default_a_mapping_takes_ten_messages_without_partial_batches() {
    Template template =
        with(
            """
            Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
            Mapping:
              Type: AWS::Lambda::EventSourceMapping
              Properties: {FunctionName: !Ref Thing, EventSourceArn: !GetAtt Jobs.Arn}
            """);

    assertThat(template.queueMappings())
        .containsExactly(
            new QueueMapping(
                "Mapping",
                "schema-memory-thing",
                "arn:aws:sqs:us-east-1:000000000000:jobs",
                10,
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{Type: AWS::SQS::Queue, Properties: {}} | Odd: QueueName is missing",
        "{Type: AWS::SQS::Queue, Properties: {QueueName: q, FifoQueue: true}} | Odd: FifoQueue is true",
        "{Type: AWS::SQS::Queue, Properties: {QueueName: q, RedrivePolicy: {maxReceiveCount: 2}}}"
            + " | Odd: RedrivePolicy.deadLetterTargetArn is missing",
        "{Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Thing}}"
            + " | Odd: EventSourceArn is missing",
        "{Type: AWS::Lambda::EventSourceMapping,"
            + " Properties: {FunctionName: !Ref Thing, EventSourceArn: x, BatchSize: 11}}"
            + " | Odd: BatchSize is more than 10",
        "{Type: AWS::Lambda::EventSourceMapping,"
            + " Properties: {FunctionName: !Ref Thing, EventSourceArn: x, FunctionResponseTypes: x}}"
            + " | Odd: FunctionResponseTypes is not [ReportBatchItemFailures]",
        "{Type: AWS::Lambda::EventSourceMapping,"
            + " Properties: {FunctionName: !Ref Thing, EventSourceArn: 'arn:aws:sqs:x'}}"
            + " | Odd: names a queue or a function the template does not declare",
      })
  void an_unsupported_value_is_an_error_that_names_it(String resource, String problem) {
    assertThatThrownBy(() -> with("Odd: " + resource))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }

  private static Template with(String resources) {
    return Template.parse(Samples.function("Timeout: 3") + resources.indent(2), Samples.NO_SECRETS);
  }
}
