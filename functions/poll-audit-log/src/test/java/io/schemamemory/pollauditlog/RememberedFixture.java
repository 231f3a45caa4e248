package io.schemamemory.pollauditlog;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The poller beside what remembers webhooks, over one database.
abstract class RememberedFixture extends PollerFixture {
  static final List<String> LIFE =
      List.of("opened", "queued", "in_progress", "schema_applied", "closed");

  ApplicationContext context;
  PollAuditLog poller;

  @BeforeEach
  void start() {
    context = ApplicationContext.run();
    poller = new PollAuditLog();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  void polled(String did, String at) {
    AuditedLife.jane(log, did, at);
    run(poller);
  }

  void webhook(String step) {
    context.getBean(Webhooks.class).write("deploy_request." + step, LIFE.indexOf(step));
  }
}
