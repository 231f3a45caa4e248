package io.schemamemory.local.demo;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.Rows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the memory with the reader's login.
/// @param audited whether the audit log has it too
record Recollection(DatabaseUrl reader, Cast cast, boolean audited) {
  /// Every entry of this run, one line each.
  List<String> timeline() {
    return lines(
        """
        select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || '  ' || entry
        from memory.timeline
        where occurred_at >= timestamptz '%s'
        order by occurred_at, id
        """
            .formatted(cast.begin()));
  }

  /// The story of this run's deploy request.
  List<String> story() {
    return lines(
        "select story from memory.story where number = %d and branch = '%s'"
            .formatted(cast.number(), cast.branch()));
  }

  /// What differs from the expected memory; empty if nothing does.
  List<String> flaws() {
    return lines(
        """
        select flaw
        from (values
          ((select count(*) from memory.timeline where deploy_request = '%1$s') <> %4$d,
           'the deploy request should have %4$d entries'),
          (not exists (select from memory.story
            where branch = '%2$s' and (approved_at is not null) = %5$s),
           'the story should say who approved it'),
          ((select count(*) from memory.timeline where kind = 'branch.ready' and branch = '%2$s') <> 1,
           'the branch should have been ready once'),
          ((select count(*) from memory.timeline
            where kind = 'unknown' and occurred_at >= timestamptz '%3$s') < 1,
           'the unknown event should be shown'),
          (not exists (select from memory.story
            where branch = '%2$s' and outcome = 'reverted' and can_drop_data
              and deployed_at < reverted_at and reverted_at <= closed_at),
           'the story should report a deployment that could lose data and was reverted')
        ) as expectation (broken, flaw)
        where broken
        """
            .formatted(cast.id(), cast.branch(), cast.begin(), audited ? 8 : 7, audited));
  }

  private List<String> lines(String query) {
    return Rows.of(reader, "", query).stream().map(Recollection::only).toList();
  }

  private static String only(Map<String, @Nullable Object> row) {
    return String.valueOf(row.values().iterator().next());
  }
}
