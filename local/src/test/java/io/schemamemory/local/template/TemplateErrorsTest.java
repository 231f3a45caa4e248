package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {Handler: a.B}                                                | Thing: FunctionName is missing
          {Handler: a.B, FunctionName: thing}                           | Thing: FunctionName is thing
          {FunctionName: schema-memory-x}                               | Thing: Handler is missing
          {FunctionName: schema-memory-x, Handler: a.B, Timeout: soon}  | Thing: Timeout is soon
          {FunctionName: schema-memory-x, Handler: a.B, Runtime: nodejs}| Thing: Runtime is nodejs
          {FunctionName: schema-memory-x, Handler: a.B, LoggingConfig: {LogFormat: XML}} | Thing: LoggingConfig.LogFormat is XML
          {FunctionName: schema-memory-x, Handler: a.B, SnapStart: {ApplyOn: All}} | Thing: SnapStart.ApplyOn is All
          {FunctionName: schema-memory-x, Handler: a.B, Environment: {Variables: 3}} | Thing: Environment.Variables is not a map
          """)
  void a_wrong_property_is_named_with_its_function(String properties, String problem) {
    String yaml =
        "Resources: {Thing: {Type: AWS::Serverless::Function, Properties: " + properties + "}}";

    assertThatThrownBy(() -> Template.parse(yaml, Samples.NO_SECRETS))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{a: [}", "Resources: {Api: {Type: AWS::Serverless::HttpApi}}"})
  void a_template_without_functions_is_an_error(String yaml) {
    assertThatThrownBy(() -> Template.parse(yaml, Samples.NO_SECRETS))
        .isInstanceOf(TemplateException.class);
  }
}
