package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The schema is migrated before anything runs that needs it, once for each release.
class MigrationAtDeployTest {
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final Property template = Property.unresolved(read("template.yaml"));
  private final Map<String, Property> resources = template.at("Resources").entries();
  private final Property migration = template.at("Resources").at("Migration");
  private final Property function = properties("MigrateSchema");

  @Test
  void every_other_function_waits_for_the_migration() {
    assertThat(functions())
        .hasSizeGreaterThan(3)
        .allSatisfy(name -> assertThat(needs(name)).as(name).contains("Migration"));
  }

  @Test
  void the_migration_waits_for_no_other_function() {
    assertThat(reached("Migration"))
        .contains("MigrateSchema")
        .doesNotContainAnyElementsOf(functions());
  }

  @Test
  void each_release_that_brings_a_migration_asks_for_it() {
    String last = read("migrations/index.txt").lines().toList().getLast();

    assertThat(migration.at("Properties").at("NewestMigration").text())
        .isEqualTo(last.substring(0, last.indexOf(' ')));
  }

  @Test
  void another_database_asks_for_it_too() {
    Set<String> parameters = template.at("Parameters").entries().keySet();
    Set<String> decisive = names(function.at("Environment").value());
    decisive.retainAll(parameters);

    assertThat(decisive).contains("DatabaseSecret");
    assertThat(names(migration.at("Properties").value())).containsAll(decisive);
  }

  @Test
  void cloudformation_waits_for_the_function_and_not_much_longer() {
    int longest =
        function.at("Timeout").number(3)
            + function.at("EventInvokeConfig").at("MaximumEventAgeInSeconds").number(21_600);

    assertThat(migration.at("Properties").at("ServiceTimeout").number(3600)).isEqualTo(longest);
  }

  @Test
  void no_function_is_invoked_again_by_itself() {
    assertThat(Stream.concat(functions().stream(), Stream.of("MigrateSchema")))
        .allSatisfy(
            name ->
                assertThat(
                        properties(name)
                            .at("EventInvokeConfig")
                            .at("MaximumRetryAttempts")
                            .number(2))
                    .as(name)
                    .isZero());
    assertThat(functions())
        .allSatisfy(
            name ->
                assertThat(properties(name).at("Events").entries().values())
                    .filteredOn(event -> event.at("Type").text().equals("ScheduleV2"))
                    .allSatisfy(
                        event ->
                            assertThat(
                                    event
                                        .at("Properties")
                                        .at("RetryPolicy")
                                        .at("MaximumRetryAttempts")
                                        .number(185))
                                .isZero()));
  }

  /// The API needs the alias, and the alias the alarms that decide about its shift. The linters do
  /// not see this circle.
  @Test
  void no_alarm_that_turns_a_shift_back_needs_the_api() {
    Object alarms = properties("ReceiveWebhook").at("DeploymentPreference").at("Alarms").value();
    Set<String> referred = names(alarms);
    referred.retainAll(resources.keySet());

    assertThat(referred).isNotEmpty();
    assertThat(referred)
        .allSatisfy(alarm -> assertThat(reached(alarm)).as(alarm).doesNotContain("Api"));
  }

  @Test
  void the_alarms_that_turn_a_shift_back_are_there() {
    String alarms =
        String.valueOf(
            properties("ReceiveWebhook").at("DeploymentPreference").at("Alarms").value());

    assertThat(alarms).contains("${AWS::StackName}-api-5xx", "ReceiveWebhookErrors");
    assertThat(properties("FailedAnswers").at("AlarmName").value())
        .hasToString("{Fn::Sub=${AWS::StackName}-api-5xx}");
  }

  /// All but the one that migrates.
  private Set<String> functions() {
    return resources.entrySet().stream()
        .filter(entry -> entry.getValue().at("Type").text().equals("AWS::Serverless::Function"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("MigrateSchema"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Property properties(String name) {
    return template.at("Resources").at(name).at("Properties");
  }

  private Set<String> needs(String name) {
    return names(template.at("Resources").at(name).at("DependsOn").value());
  }

  /// Every resource that one needs, and those they need.
  private Set<String> reached(String name) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      Set<String> next = needed(open.pop());
      next.stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }

  /// A function's events and the shift of its alias need the function, not the other way round.
  private Set<String> needed(String name) {
    Set<String> needed = needs(name);
    properties(name)
        .entries()
        .forEach(
            (property, value) -> {
              if (!Set.of("Events", "DeploymentPreference").contains(property)) {
                needed.addAll(names(value.value()));
              }
            });
    needed.retainAll(resources.keySet());
    return needed;
  }

  private static Set<String> names(@Nullable Object value) {
    return NAME.matcher(String.valueOf(value))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException failure) {
      throw new AssertionError(file + " cannot be read", failure);
    }
  }
}
