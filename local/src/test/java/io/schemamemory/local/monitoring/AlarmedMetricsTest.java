package io.schemamemory.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.metrics.DocumentedMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each alarm watches a metric that somebody prints, under exactly that namespace and name and
/// without dimensions.
///
/// What a function prints is held by its own tests, which compare it with its row of the table in
/// `docs/operations.md`; so the table is what alarms are compared with.
class AlarmedMetricsTest {
  /// What somebody must hear of. The others are for a look at what happened.
  private static final Set<String> MUST_BE_WATCHED =
      Set.of(
          "DeliveriesNotKept",
          "SecretsMissing",
          "SecretsStale",
          "SourceWithoutRow",
          "RejectedSignatureMismatch",
          "RejectedNoLiveSecret",
          "OldestPendingSeconds",
          "NewQuarantineReasons",
          "AuditSecondsBehind",
          "AuditOrderViolated",
          "AuditCursorExpired",
          "AuditEntriesVanished",
          "WebhookDeleted",
          "FeedsWithoutToken",
          "AuditLogNotConnected",
          "KeysetRefused",
          "RunsWithEnoughFutureMonths",
          "MonthsOverdue");

  @Test
  void every_alarm_on_a_metric_of_ours_watches_one_that_is_printed() throws IOException {
    Set<String> printed = printed();

    assertThat(ours())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            alarm -> {
              assertThat(printed).contains(alarm.metric());
              assertThat(alarm.properties().at("Dimensions").isAbsent()).as(alarm.id()).isTrue();
            });
  }

  @Test
  void what_somebody_must_hear_of_is_watched() throws IOException {
    assertThat(ours().stream().map(Alarm::metric)).containsAll(MUST_BE_WATCHED);
  }

  /// What strangers send is refused and counted, but wakes nobody up.
  @Test
  void what_any_stranger_can_cause_is_not_watched() throws IOException {
    assertThat(ours().stream().map(Alarm::metric))
        .doesNotContain(
            "RejectedUnknownSource", "RejectedSignatureMissing", "RejectedSignatureMalformed");
    assertThat(Alarm.all().stream().map(Alarm::metric)).doesNotContain("4xx");
  }

  /// An alarm that takes silence for a failure is red from a stack's first minute.
  @Test
  void no_alarm_is_red_before_anything_ran() throws IOException {
    assertThat(Alarm.all())
        .allSatisfy(
            alarm ->
                assertThat(Alarm.text(alarm.properties().at("TreatMissingData")))
                    .as(alarm.id())
                    .isIn("notBreaching", "missing"));
  }

  /// Without its own action the end of the data would be as silent as the data's absence.
  @Test
  void an_alarm_to_which_silence_matters_tells_that_it_lacks_data() throws IOException {
    assertThat(Alarm.all())
        .filteredOn(
            alarm -> Alarm.text(alarm.properties().at("TreatMissingData")).equals("missing"))
        .isNotEmpty()
        .allSatisfy(
            alarm ->
                assertThat(alarm.properties().at("InsufficientDataActions").value())
                    .as(alarm.id())
                    .isEqualTo(alarm.properties().at("AlarmActions").value())
                    .isNotNull());
  }

  private static List<Alarm> ours() throws IOException {
    return Alarm.all().stream().filter(Alarm::isOurs).toList();
  }

  /// By functions, and by the filter on the API's access log.
  static Set<String> printed() throws IOException {
    Map<String, Set<String>> documented = DocumentedMetrics.byFunction();
    assertThat(documented.keySet())
        .containsExactly(
            "apply-retention", "normalize-deliveries", "poll-audit-log", "receive-webhook");
    Set<String> names = new TreeSet<>();
    Stream.concat(documented.values().stream(), Stream.of(AccessLog.metrics()))
        .forEach(names::addAll);
    return names;
  }
}
