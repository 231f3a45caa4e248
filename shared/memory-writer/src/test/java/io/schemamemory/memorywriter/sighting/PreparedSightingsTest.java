package io.schemamemory.memorywriter.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparedSightingsTest {
  private static final Instant AT = Instant.parse("2026-05-02T17:53:29Z");

  private final List<DdlStatement> parsed = new ArrayList<>();
  private final StatementReader shared =
      new StatementReader(
          statement -> {
            parsed.add(statement);
            return new Understood(List.of());
          });

  @Test
  void their_statements_are_parsed_once_and_before_they_are_written() throws IOException {
    PreparedSightings prepared = PreparedSightings.of(List.of(incoming(1, "drop table t")), shared);
    assertThat(parsed).containsExactly(statement("drop table t"));

    prepared.reader().read(List.of(statement("drop table t")));
    assertThat(parsed).hasSize(1);
  }

  @Test
  void they_stay_parsed_whatever_else_is_read_meanwhile() throws IOException {
    PreparedSightings prepared = PreparedSightings.of(List.of(incoming(1, "drop table t")), shared);
    for (int i = 0; i < 5; i++) {
      prepared.reader().read(List.of(statement(i + "x".repeat(500_000))));
    }
    prepared.only(Set.of(1L)).reader().read(List.of(statement("drop table t")));

    assertThat(parsed).filteredOn(statement("drop table t")::equals).hasSize(1);
  }

  @Test
  void those_of_some_references_are_kept() throws IOException {
    PreparedSightings prepared =
        PreparedSightings.of(List.of(incoming(1, "a"), incoming(2, "b")), shared);

    assertThat(prepared.only(Set.of(2L, 3L)).references()).containsExactly(2L);
  }

  @Test
  void those_that_have_a_new_reference_take_it() throws IOException {
    PreparedSightings prepared =
        PreparedSightings.of(List.of(incoming(0, "a"), incoming(1, "b")), shared);

    assertThat(prepared.renumbered(Map.of(1L, 70L)).sightings()).containsExactly(incoming(70, "b"));
  }

  private static DdlStatement statement(String ddl) {
    return new DdlStatement(null, null, null, ddl, false, false, null);
  }

  private static IncomingSighting incoming(long reference, String ddl) throws IOException {
    String request =
        """
        {"milestone":"QUEUED","id":"dr1","number":42,"branch":"b","intoBranch":"main",
         "deployment":{"id":"run1","statements":[{"ddl":"%s"}]}}"""
            .formatted(ddl);
    return new IncomingSighting(
        1,
        reference,
        true,
        new Sighting(
            new ObservationKey("k"),
            Channel.WEBHOOK,
            "00",
            "deploy_request.queued",
            new Envelope("deploy_request.queued", AT, "acme", "shop"),
            Objects.requireNonNull(
                JsonMapper.createDefault().readValue(request, DeployRequest.class)),
            AT,
            true,
            AT),
        List.of());
  }
}
