package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ManyAtOnceIT {
  private static final int WALKERS = 8;

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void each_of_many_who_share_a_client_meets_everything_whatever_goes_wrong() throws Exception {
    fixture.acme.limitRequests(Integer.MAX_VALUE);
    fixture.acme.auditLog().generate(2000, FixedTime.NOW, Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      fixture.planetScale.script().next(1, Fault.status(500)).next(1, Fault.truncatedJson());
    }
    OrganizationApi api = fixture.api();

    try (ExecutorService threads = Executors.newFixedThreadPool(WALKERS)) {
      List<Future<List<String>>> walks = new ArrayList<>();
      for (int i = 0; i < WALKERS; i++) {
        walks.add(threads.submit(() -> walk(api)));
      }
      for (Future<List<String>> walk : walks) {
        assertThat(walk.get()).isEqualTo(fixture.acme.auditLog().ids());
      }
    }
    assertThat(fixture.planetScale.requests()).hasSize(WALKERS * 23 + 20);
  }

  private List<String> walk(OrganizationApi api) {
    List<String> met = new ArrayList<>();
    Instant until = FixedTime.NOW.plus(Duration.ofDays(1));
    Optional<PageRequest> request = Optional.of(PageRequest.first());
    while (request.isPresent()) {
      Page<AuditEntry> page = ok(api.auditLog(request.get(), until));
      read(page).forEach(entry -> met.add(entry.id()));
      request = page.next().map(PageRequest::at);
    }
    return met;
  }
}
