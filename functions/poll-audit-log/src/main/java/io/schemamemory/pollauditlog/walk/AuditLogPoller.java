package io.schemamemory.pollauditlog.walk;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Transactions;
import io.schemamemory.organizations.OrganizationTokens;
import java.util.List;
import java.util.Optional;

/// Polls every feed, one after the other; one that fails does not stop the others.
@Prototype
public class AuditLogPoller {
  private static final WalkResult NO_FEED =
      new WalkResult.Failed(
          "it has no feed, since no workspace is called default: insert it into memory.feed with"
              + " the workspace it belongs to, as docs/audit-log.md shows");

  private final Transactions transactions;
  private final OrganizationTokens tokens;
  private final FeedPoller feedPoller;

  AuditLogPoller(Transactions transactions, OrganizationTokens tokens, FeedPoller feedPoller) {
    this.transactions = transactions;
    this.tokens = tokens;
    this.feedPoller = feedPoller;
  }

  public PollReport run(Deadline deadline, LambdaLogger logger) {
    List<Feed> feeds = feeds();
    PollReport report = missing(feeds, logger);
    for (int i = 0; i < feeds.size(); i++) {
      report = report.plus(feedPoller.poll(feeds.get(i), feeds.size() - i, deadline, logger));
    }
    return report;
  }

  /// Our own organization has no feed if no workspace is called `default`: nobody else would say
  /// so.
  private PollReport missing(List<Feed> feeds, LambdaLogger logger) {
    return tokens
        .current()
        .own()
        .filter(own -> feeds.stream().noneMatch(feed -> feed.organization().equals(own)))
        .map(own -> FeedPoller.report(own, NO_FEED, FeedCounter.NONE, logger))
        .orElse(PollReport.NONE);
  }

  private List<Feed> feeds() {
    return transactions.write(
        connection -> {
          Feeds feeds = new Feeds(connection);
          Optional<String> own = tokens.current().own();
          if (own.isPresent()) {
            feeds.ensure(own.get());
          }
          return feeds.read();
        });
  }
}
