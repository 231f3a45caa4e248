package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final SecretValues SECRETS =
      new SecretValues(Map.of("s/blue", Map.of("key", "a$b\\c")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          plain                                              | plain
          5                                                  | 5
          true                                               | true
          !Ref Color                                         | blue
          {Ref: Color}                                       | blue
          !Ref AWS::AccountId                                | 000000000000
          !Sub '${Color}-${AWS::Region}'                     | blue-us-east-1
          {Fn::Sub: '${Color}s'}                             | blues
          !Sub ['${Shade} ${Color}', {Shade: !Ref Color}]    | blue blue
          !Sub '${!Color}'                                   | ${Color}
          !If [Blue, this, that]                             | this
          !If [NotBlue, this, !Ref Color]                    | blue
          !If [Both, !Sub '${Color}s', that]                 | blues
          !If [Either, this, that]                           | this
          !Ref Thing                                         | schema-memory-thing
          !GetAtt Thing.Arn                                  | arn:aws:lambda:us-east-1:000000000000:function:schema-memory-thing
          {Fn::GetAtt: [Thing, Arn]}                         | arn:aws:lambda:us-east-1:000000000000:function:schema-memory-thing
          '{{resolve:secretsmanager:s/blue:SecretString:key}}'            | a$b\\c
          !Sub '{{resolve:secretsmanager:s/${Color}:SecretString:key}}'   | a$b\\c
          !Sub 'x{{resolve:secretsmanager:s/${Color}:SecretString:key}}y' | xa$b\\cy
          """)
  void a_known_intrinsic_is_resolved(String declared, String resolved) {
    Function function = Template.parse(Samples.variable(declared), SECRETS).functions().getFirst();

    assertThat(function.environment()).containsEntry("X", resolved);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          !GetAtt Queue.Arn     | refers to Queue.Arn, which the runner cannot resolve
          !GetAtt {a: b}        | has a Fn::GetAtt without an attribute
          !ImportValue x        | uses Fn::ImportValue, which the runner cannot resolve
          !If [Blue, this]      | has a Fn::If without a condition and two values
          !If [None, this, that] | refers to Condition None, which the runner cannot resolve
          !If [Odd, this, that] | refers to Condition Odd, which the runner cannot resolve
          !Ref Queue            | refers to Queue, which the runner cannot resolve
          !Ref Bare             | refers to Bare, which the runner cannot resolve
          !Sub '${Api.Id}'      | refers to Api.Id, which the runner cannot resolve
          [a, b]                | is not a plain value
          '{{resolve:ssm:x}}'   | dynamic reference ssm:x
          '{{resolve:secretsmanager:none:SecretString:key}}'    | needs the secret none, which was not given
          '{{resolve:secretsmanager:s/blue:SecretString:nope}}' | needs the key nope of the secret s/blue
          """)
  void an_unknown_intrinsic_is_an_error_that_names_function_and_property(
      String declared, String problem) {
    assertThatThrownBy(() -> Template.parse(Samples.variable(declared), SECRETS))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("Thing: Environment.Variables.X ")
        .hasMessageContaining(problem);
  }

  @Test
  void a_key_declared_twice_is_an_error() {
    assertThatThrownBy(
            () -> Template.parse(Samples.function("Timeout: 1\nTimeout: 2"), Samples.NO_SECRETS))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Timeout");
  }
}
