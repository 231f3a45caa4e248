package io.schemamemory.local.template;

import java.util.Map;

/// Small templates around one property.
final class Samples {
  static final SecretValues NO_SECRETS = new SecretValues(Map.of());

  private Samples() {}

  static String function(String properties) {
    return """
    Parameters:
      Color: {Type: String, Default: blue}
      Bare: {Type: String}
    Conditions:
      Blue: !Equals [!Ref Color, blue]
      NotBlue: !Not [!Condition Blue]
      Both: !And [!Condition Blue, !Equals [a, a]]
      Either: !Or [!Condition NotBlue, !Condition Both]
      Odd: !Equals [!Ref Bare, x]
    Resources:
      Thing:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: !Sub ${AWS::StackName}-thing
          Handler: a.B
    """
        + properties.indent(6);
  }

  static String variable(String value) {
    return function("Environment: {Variables: {X: " + value + "}}");
  }

  static String event(String event) {
    return function("Events:\n" + ("Trigger:\n" + event.indent(2)).indent(2));
  }
}
