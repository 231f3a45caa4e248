package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The functions are in the VPC that the parameters name, all of them or none.
class VpcTest {
  private static final Map<?, ?> NETWORK =
      Map.of(
          "SubnetIds", Map.of("Ref", "SubnetIds"),
          "SecurityGroupIds", Map.of("Ref", "SecurityGroupIds"));
  private static final Map<?, ?> IN_VPC =
      Map.of("Fn::If", List.of("InVpc", NETWORK, Map.of("Ref", "AWS::NoValue")));

  @Test
  void every_function_is_in_the_vpc_of_the_parameters_or_none_is() throws IOException {
    Property template = template();
    Property globals = template.at("Globals").at("Function");

    assertThat(template.at("Resources").entries().values())
        .filteredOn(resource -> "AWS::Serverless::Function".equals(resource.at("Type").value()))
        .isNotEmpty()
        .allSatisfy(
            function -> {
              Property own = function.at("Properties");
              Property merged = own.with(Globals.merge(globals.value(), own.value()));
              assertThat(merged.at("VpcConfig").value()).isEqualTo(IN_VPC);
            });
  }

  @Test
  void neither_parameter_is_taken_without_the_other() throws IOException {
    assertThat(template().at("Rules").entries().values())
        .extracting(rule -> List.of(given(rule.at("RuleCondition")), needed(rule)))
        .containsExactlyInAnyOrder(
            List.of("SubnetIds", "SecurityGroupIds"), List.of("SecurityGroupIds", "SubnetIds"));
  }

  private static String needed(Property rule) {
    return given(rule.with(list(rule.at("Assertions").value()).getFirst()).at("Assert"));
  }

  /// The parameter that is not empty, if the condition holds.
  private static String given(Property condition) {
    Property empty = condition.with(list(condition.at("Fn::Not").value()).getFirst());
    List<?> members = list(empty.at("Fn::EachMemberEquals").value());
    assertThat(members.getLast()).isEqualTo("");
    return String.valueOf(condition.with(members.getFirst()).at("Ref").value());
  }

  private static List<?> list(@Nullable Object value) {
    assertThat(value).isInstanceOf(List.class);
    return (List<?>) Objects.requireNonNull(value);
  }

  private static Property template() throws IOException {
    return Property.unresolved(Files.readString(Path.of("../template.yaml")));
  }
}
