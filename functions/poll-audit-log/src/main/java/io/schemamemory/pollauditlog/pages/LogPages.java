package io.schemamemory.pollauditlog.pages;

import io.schemamemory.job.Deadline;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.ApiResult.LeadsBack;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.OutOfTime;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.TooLong;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PageRequest;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.FirstItem;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.pages.PageAnswer.Endless;
import io.schemamemory.pollauditlog.pages.PageAnswer.NotFound;
import io.schemamemory.pollauditlog.pages.PageAnswer.Shown;
import io.schemamemory.pollauditlog.pages.PageAnswer.TimeIsUp;
import io.schemamemory.pollauditlog.pages.PageAnswer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages of one log as one walk requests them, while its run has time.
public final class LogPages {
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(90);

  private static final String NEXT_RUN = "; nothing is lost, the next run goes on";

  /// An empty page among others may be a hiccup; a row of them is no log.
  private static final int MOST_EMPTY = 3;

  private final OrganizationApi api;
  private final Deadline deadline;
  private final Clock clock;
  private final Runnable beforeRequest;
  private final PageSize size;
  private final EntriesSeen seen = new EntriesSeen();
  private int empty;

  /// @param size entries requested at once
  /// @param beforeRequest keeps the right to go on for longer than a request may take
  public LogPages(
      OrganizationApi api, Deadline deadline, Clock clock, int size, Runnable beforeRequest) {
    this.api = api;
    this.deadline = deadline;
    this.clock = clock;
    this.beforeRequest = beforeRequest;
    this.size = new PageSize(size);
  }

  /// The page after a cursor; without one, the newest entries.
  public PageAnswer after(@Nullable String cursor) {
    if (cursor == null) {
      seen.clear();
    }
    boolean repeated = false;
    while (deadline.allowsMore()) {
      Optional<PageAnswer> answer = request(cursor);
      if (answer.isEmpty()) {
        continue;
      }
      if (!(answer.get() instanceof Shown shown) || seen.isFurther(shown.page())) {
        empty = 0;
        return answer.get();
      }
      if (shown.page().items().isEmpty()) {
        return empty(shown);
      }
      if (repeated) {
        return new Endless("leads back to entries that were shown before");
      }
      // A cache in between may have repeated an earlier page: once is no proof.
      repeated = true;
    }
    return new TimeIsUp(Optional.empty());
  }

  private PageAnswer empty(Shown shown) {
    if (shown.page().next().isPresent() && ++empty > MOST_EMPTY) {
      return new Endless("promises more, page after page without a single entry");
    }
    return shown;
  }

  /// Empty where fewer entries must be requested.
  private Optional<PageAnswer> request(@Nullable String cursor) {
    beforeRequest.run();
    Instant now = clock.instant();
    Instant end = now.plus(deadline.left());
    Instant latest = now.plus(LONGEST_REQUEST);
    Instant until = end.isBefore(latest) ? end : latest;
    @Nullable Cursor place = cursor == null ? null : new Cursor(cursor);
    return switch (api.auditLog(new PageRequest(place, size.size()), until)) {
      case Ok<Page<AuditEntry>>(Page<AuditEntry> page) -> {
        size.passed(page.items().size());
        yield Optional.of(new Shown(page, false));
      }
      case TooLong<Page<AuditEntry>>(String reason, Raw beginning) ->
          size.shrink() ? Optional.empty() : Optional.of(tooLarge(reason, beginning, cursor));
      case Unanswered<Page<AuditEntry>>(String reason, Optional<Raw> unreadable) ->
          unreadable
              .flatMap(FirstItem::of)
              .map(first -> malformed(reason, first))
              .orElseGet(() -> Optional.of(new Unavailable(reason + NEXT_RUN)));
      // Our run has more time: that the tries took too long is PlanetScale's doing.
      case OutOfTime<Page<AuditEntry>>(String reason, boolean _, Optional<String> failed)
          when until.isBefore(end) ->
          Optional.of(new Unavailable(failed.orElse(reason) + NEXT_RUN));
      case ApiResult<Page<AuditEntry>> other -> Optional.of(without(other, until));
    };
  }

  /// One entry that is malformed spoils its page, and would stop the log for ever.
  private Optional<PageAnswer> malformed(String reason, FirstItem first) {
    if (size.shrink()) {
      return Optional.empty();
    }
    String why = "entry %s cannot be read alone: %s".formatted(first.id(), reason);
    return Optional.of(setAside(first, why, false));
  }

  private PageAnswer without(ApiResult<Page<AuditEntry>> result, Instant until) {
    return switch (result) {
      case Refused<Page<AuditEntry>>(Refusal refusal, String whatToDo) ->
          refusal == Refusal.NOT_FOUND ? new NotFound(whatToDo) : new Unavailable(whatToDo);
      case Throttled<Page<AuditEntry>>(Duration wait) ->
          clock.instant().plus(wait).isBefore(until)
              ? new Unavailable("PlanetScale is asked too often" + NEXT_RUN)
              : new TimeIsUp(Optional.empty());
      case OutOfTime<Page<AuditEntry>> late ->
          new TimeIsUp(late.failedBefore().map(reason -> reason + NEXT_RUN));
      case LeadsBack<Page<AuditEntry>>(String reason) -> new Endless("leads nowhere: " + reason);
      case Ok<Page<AuditEntry>> _, TooLong<Page<AuditEntry>> _, Unanswered<Page<AuditEntry>> _ ->
          throw new IllegalStateException("has its own case");
    };
  }

  private PageAnswer tooLarge(String reason, Raw beginning, @Nullable String cursor) {
    return FirstItem.of(beginning)
        .<PageAnswer>map(
            first ->
                setAside(
                    first,
                    "entry %s is too large alone: %s; its beginning is kept"
                        .formatted(first.id(), reason),
                    true))
        .orElseGet(
            () ->
                new Unavailable(
                    "the entry after %s is too large alone, %s, and its beginning does not say its id: tell PlanetScale's support"
                        .formatted(cursor == null ? "the newest" : cursor, reason)));
  }

  /// A page of the one entry that cannot be read even alone; its id leads to its older neighbours.
  private PageAnswer setAside(FirstItem first, String reason, boolean isTooLarge) {
    size.passed(1);
    Item<AuditEntry> aside = new Item.Unreadable<>(first.id(), reason, first.beginning());
    Optional<Cursor> next = first.isLast() ? Optional.empty() : Optional.of(new Cursor(first.id()));
    return new Shown(new Page<>(List.of(aside), next), isTooLarge);
  }
}
