package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A feed that has told something is neither deleted nor moved, whatever a poller is doing
/// meanwhile.
class KeptFeedIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final String ENTRY =
      """
      insert into memory.audit_log_entry (feed_id, workspace_id, id, created_at, action, body)
      select id, workspace_id, 'a1', now(), 'branch.created', '\\x01' from memory.feed
      """;

  private static final String WAITING =
      "select from pg_locks l join pg_database d on d.oid = l.database"
          + " where d.datname = current_database() and not l.granted";

  @BeforeEach
  void oneFeed() {
    database.empty();
    database.asOwner("select memory.ensure_feed('acme')");
  }

  @Test
  void a_feed_with_entries_cannot_be_deleted_and_one_without_can() {
    database.asOwner(ENTRY);
    assertThatThrownBy(() -> database.asOwner("delete from memory.feed"))
        .hasStackTraceContaining("has entries, which outlive it");

    database.asOwner("delete from memory.audit_log_entry");
    assertThatCode(() -> database.asOwner("delete from memory.feed")).doesNotThrowAnyException();
  }

  @Test
  void a_deletion_waits_for_the_entries_that_are_being_written() throws Exception {
    try (Connection writer = DriverManager.getConnection(database.administrator().reveal());
        Statement session = writer.createStatement();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      writer.setAutoCommit(false);
      session.execute("set role memory_owner");
      session.execute(ENTRY);
      Future<?> deleting = threads.submit(() -> database.asOwner("delete from memory.feed"));
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (database.rows(WAITING).isEmpty()) {
              Thread.onSpinWait();
            }
          });
      writer.commit();

      assertThatThrownBy(deleting::get).hasStackTraceContaining("has entries, which outlive it");
    }
  }

  @Test
  void a_feed_with_entries_is_lost_by_no_other_statement() {
    database.asOwner(ENTRY);

    assertThatThrownBy(() -> database.asOwner("update memory.feed set id = default"))
        .hasStackTraceContaining("stays in its workspace, which has its memory");
    assertThatThrownBy(() -> database.asOwner("truncate memory.feed cascade"))
        .hasStackTraceContaining("is not truncated");
  }

  @Test
  void a_feed_stays_in_its_workspace() {
    database.asOwner("insert into memory.workspace (name) values ('other')");
    try {
      assertThatThrownBy(
              () ->
                  database.asOwner(
                      "update memory.feed set workspace_id = (select id from memory.workspace where"
                          + " name = 'other')"))
          .hasStackTraceContaining("stays in its workspace, which has its memory");
    } finally {
      database.asOwner("delete from memory.workspace where name = 'other'");
    }
  }
}
