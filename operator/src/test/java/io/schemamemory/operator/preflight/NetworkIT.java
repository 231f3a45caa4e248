package io.schemamemory.operator.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/preflight` looks whether functions in a VPC reach what they need.
class NetworkIT {
  private static final String IN_VPC = "SubnetIds: subnet-1,subnet-2\nSecurityGroupIds: sg-1\n";
  private static final String NAT = "\"NatGatewayId\":\"nat-1\"";
  private static final String INTERNET = "\"GatewayId\":\"igw-1\"";

  @TempDir private Path checkout;
  private StandInAccount account;

  @BeforeEach
  void vpc() {
    account = StandInAccount.readyIn(checkout);
    account.parameters(IN_VPC);
    account.answers("ec2-describe-subnets", "{\"Subnets\":[{\"VpcId\":\"vpc-1\"}]}");
    account.answers("ec2-describe-security-groups", "{\"SecurityGroups\":[{\"VpcId\":\"vpc-1\"}]}");
    route(INTERNET);
    endpoints();
  }

  @Test
  void a_nat_gateway_is_enough() throws Exception {
    route(NAT);

    assertThat(network())
        .isEqualTo("ok       network: 2 subnets of vpc-1, with a NAT gateway or the like");
  }

  @Test
  void an_internet_gateway_does_not_help_a_function() throws Exception {
    assertThat(network())
        .startsWith(
            "fail     network: no NAT gateway, and no endpoint in vpc-1 for secretsmanager, sqs, s3, kms");
  }

  @Test
  void endpoints_do_not_reach_planetscale() throws Exception {
    endpoints("secretsmanager", "sqs", "s3", "kms");

    assertThat(network())
        .startsWith("fail     network: poll-audit-log cannot reach PlanetScale's API");
  }

  @Test
  void without_the_audit_log_endpoints_are_enough() throws Exception {
    account.parameters(IN_VPC + "AuditLog: false\n");
    endpoints("secretsmanager", "sqs", "s3");

    assertThat(network()).isEqualTo("ok       network: 2 subnets of vpc-1, with the endpoints");
  }

  @Test
  void groups_of_another_vpc_fail() throws Exception {
    account.answers("ec2-describe-security-groups", "{\"SecurityGroups\":[{\"VpcId\":\"vpc-2\"}]}");

    assertThat(network())
        .startsWith("fail     network: the subnets and security groups are in different VPCs");
  }

  @Test
  void a_subnet_that_is_not_there_fails() throws Exception {
    account.forgets("ec2-describe-subnets");
    account.refuses("ec2-describe-subnets", "InvalidSubnetID.NotFound", "no subnet-1");

    assertThat(network()).startsWith("fail     network: aws ec2 describe-subnets says");
  }

  private void route(String target) {
    account.answers(
        "ec2-describe-route-tables",
        "{\"RouteTables\":[{\"Routes\":[{\"DestinationCidrBlock\":\"0.0.0.0/0\",%s}]}]}"
            .formatted(target));
  }

  private void endpoints(String... services) {
    account.answers(
        "ec2-describe-vpc-endpoints",
        Stream.of(services)
            .map(
                "{\"ServiceName\":\"com.amazonaws.eu-central-1.%s\",\"State\":\"available\"}"
                    ::formatted)
            .collect(Collectors.joining(",", "{\"VpcEndpoints\":[", "]}")));
  }

  private String network() throws Exception {
    return account
        .preflight("--config-env", "prod")
        .text()
        .lines()
        .filter(line -> line.contains(" network: "))
        .findFirst()
        .orElseThrow();
  }
}
