package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {

  @ParameterizedTest
  @CsvSource({"post, POST", "*, ANY", "any, ANY"})
  void a_route_has_its_method_in_capitals(String declared, String method) {
    Function function =
        read("Type: HttpApi\nProperties: {Method: \"%s\", Path: \"/a/{id}\"}", declared);

    assertThat(function.routes()).containsExactly(new Route(method, "/a/{id}"));
  }

  @ParameterizedTest
  @CsvSource({"rate(1 minute), PT1M", "rate(5 minutes), PT5M", "rate(2 hours), PT2H"})
  void a_rate_is_a_duration(String rate, Duration every) {
    Function function = read("Type: Schedule\nProperties: {Schedule: %s}", rate);

    assertThat(function.schedules())
        .containsExactly(new Schedule("Trigger", every, Schedule.Origin.RULE));
  }

  @Test
  void a_disabled_schedule_never_ticks() {
    Function function =
        read(
            "Type: ScheduleV2\nProperties: {ScheduleExpression: rate(1 day), State: %s}",
            "DISABLED");

    assertThat(function.schedules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {Type: SQS, Properties: {Queue: q}}                          | Thing: Events.Trigger is of type SQS
          {Type: Schedule, Properties: {Schedule: 'cron(0 1 * * ? *)'}}  | Thing: Events.Trigger.Properties.Schedule is cron(0 1 * * ? *)
          {Type: Schedule, Properties: {Schedule: rate(0 minutes)}}    | Thing: Events.Trigger.Properties.Schedule is rate(0 minutes)
          {Type: Schedule, Properties: {}}                             | Thing: Events.Trigger.Properties.Schedule is missing
          {Type: Schedule, Properties: {Schedule: rate(1 day), Input: x}} | Thing: Events.Trigger.Properties.Input
          {Type: HttpApi, Properties: {Method: GET}}                   | Thing: Events.Trigger.Properties.Path is missing
          {Type: HttpApi, Properties: {Path: /, PayloadFormatVersion: '1.0'}} | PayloadFormatVersion is 1.0
          """)
  void an_unsupported_value_is_an_error_that_names_it(String event, String problem) {
    String yaml = Samples.function("Events: {Trigger: " + event + "}");

    assertThatThrownBy(() -> Template.parse(yaml, Samples.NO_SECRETS))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }

  private static Function read(String event, String value) {
    String yaml = Samples.event(event.formatted(value));
    return Template.parse(yaml, Samples.NO_SECRETS).functions().getFirst();
  }
}
