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
  void what_a_queue_does_not_declare_is_sqs_own_default() {
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
  void a_mapping_that_says_nothing_takes_ten_and_knows_no_partial_batch() {
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
  void what_cannot_be_served_is_an_error_that_names_it(String resource, String problem) {
    assertThatThrownBy(() -> with("Odd: " + resource))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }

  private static Template with(String resources) {
    return Template.parse(Samples.function("Timeout: 3") + resources.indent(2), Samples.NO_SECRETS);
  }
}
