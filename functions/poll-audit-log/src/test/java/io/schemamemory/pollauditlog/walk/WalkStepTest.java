package io.schemamemory.pollauditlog.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPosition.Walk;
import io.schemamemory.data.audit.Trail;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import io.schemamemory.planetscale.api.resource.AuditEntry.Origin;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.walk.WalkState.Ended;
import io.schemamemory.pollauditlog.walk.WalkState.Fresh;
import io.schemamemory.pollauditlog.walk.WalkState.Resumed;
import io.schemamemory.pollauditlog.walk.WalkState.UnderWay;
import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkStepTest {
  private static final Instant NOW = FixedTime.NOW;
  private static final Instant KNOWN = minutesAgo(120);
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(1));
  private static final FeedPosition CAUGHT_UP = new FeedPosition(KNOWN, BEFORE, false, null);
  private static final FeedPosition ON_ITS_WAY =
      new FeedPosition(
          KNOWN,
          BEFORE,
          false,
          new Walk(minutesAgo(5), minutesAgo(10), minutesAgo(30), "c1", Trail.START));

  @Test
  void a_first_walk_continues_to_the_end_of_the_log() {
    WalkStep first = step(FeedPosition.START, page("c1", minutesAgo(1), minutesAgo(9_999)));

    assertThat(first.next())
        .isEqualTo(
            fresh(
                new FeedPosition(
                    null,
                    null,
                    true,
                    new Walk(NOW, minutesAgo(1), minutesAgo(9_999), "c1", Trail.START.to("e")))));
    assertThat(first.ended()).isFalse();

    WalkStep last = WalkStep.of(underWay(first), page(null, minutesAgo(10_000)), NOW);
    assertThat(last.next())
        .isEqualTo(
            new Ended(new FeedPosition(minutesAgo(1), NOW, false, null).comparing(NOW, null)));
    assertThat(last.ended()).isTrue();
  }

  @Test
  void a_walk_ends_an_hour_below_the_watermark_and_not_before() {
    assertThat(step(CAUGHT_UP, page("c1", minutesAgo(1), minutesAgo(180))).ended()).isFalse();
    assertThat(step(CAUGHT_UP, page("c1", minutesAgo(1), minutesAgo(181))).next())
        .isEqualTo(new Ended(new FeedPosition(minutesAgo(1), NOW, false, null)));
  }

  @Test
  void a_log_that_ends_at_the_watermark_is_read_whole() {
    assertThat(step(CAUGHT_UP, page(null, minutesAgo(1), KNOWN)).ended()).isTrue();
  }

  @Test
  void a_log_that_ends_above_the_watermark_is_scanned_from_its_start() {
    WalkStep step = step(CAUGHT_UP, page(null, minutesAgo(1)));

    assertThat(step.ended()).isFalse();
    assertThat(step.next()).isEqualTo(fresh(new FeedPosition(KNOWN, BEFORE, true, null)));
  }

  @Test
  void an_entry_newer_than_the_one_before_it_makes_a_full_scan_and_is_counted() {
    WalkStep step = step(CAUGHT_UP, page("c1", minutesAgo(500), minutesAgo(490)));

    assertThat(step.next().position().fullScan()).isTrue();
    assertThat(step.counted().count(FeedCounter.OUT_OF_ORDER)).isEqualTo(1);
    assertThat(step.counted().count(FeedCounter.PAGES)).isEqualTo(1);
  }

  @Test
  void the_order_is_watched_from_page_to_page() {
    assertThat(step(ON_ITS_WAY, page("c2", minutesAgo(29))).counted())
        .containsEntry("out_of_order", 1L);
    assertThat(step(ON_ITS_WAY, page("c2", minutesAgo(31))).counted())
        .containsEntry("out_of_order", 0L);
  }

  @Test
  void after_a_walk_that_an_earlier_run_began_another_one_follows() {
    UnderWay resumed = begin(ON_ITS_WAY);
    assertThat(resumed).isInstanceOf(Resumed.class);

    WalkStep end = WalkStep.of(resumed, page("c2", minutesAgo(300)), NOW);

    assertThat(end.ended()).isTrue();
    assertThat(end.next())
        .isEqualTo(fresh(new FeedPosition(minutesAgo(10), minutesAgo(5), false, null)));
  }

  @Test
  void an_empty_page_is_accepted_the_second_time() {
    WalkStep first = step(ON_ITS_WAY, page(null));

    assertThat(first.counted()).isEqualTo(FeedCounter.NONE);
    assertThat(first.next().position()).isEqualTo(ON_ITS_WAY);
    assertThat(first.ended()).isFalse();

    WalkStep second = WalkStep.of(underWay(first), page(null), NOW);
    assertThat(second.counted().count(FeedCounter.PAGES)).isEqualTo(1);
    assertThat(second.next().position().fullScan()).isTrue();
  }

  @Test
  void an_empty_log_is_accepted_at_once() {
    assertThat(step(FeedPosition.START, page(null)).next())
        .isEqualTo(new Ended(new FeedPosition(null, NOW, false, null).comparing(NOW, null)));
  }

  @Test
  void a_walk_whose_cursor_is_lost_starts_over_once() {
    WalkStep back = WalkStep.startOver(begin(ON_ITS_WAY)).orElseThrow();

    assertThat(back.next().position()).isEqualTo(new FeedPosition(KNOWN, BEFORE, true, null));
    assertThat(back.counted().count(FeedCounter.CURSORS_EXPIRED)).isEqualTo(1);
    assertThat(back.ended()).isFalse();

    WalkStep on = WalkStep.of(underWay(back), page("c1", minutesAgo(1)), NOW);
    assertThat(WalkStep.startOver(underWay(on))).isEmpty();
  }

  @Test
  void without_a_cursor_there_is_nothing_to_start_over_from() {
    assertThat(WalkStep.startOver(begin(CAUGHT_UP))).isEmpty();
  }

  private static WalkStep step(FeedPosition saved, Page<AuditEntry> page) {
    return WalkStep.of(begin(saved), page, NOW);
  }

  private static UnderWay begin(FeedPosition saved) {
    return WalkState.startingAt(saved, NOW);
  }

  private static UnderWay underWay(WalkStep step) {
    return (UnderWay) step.next();
  }

  private static Fresh fresh(FeedPosition position) {
    return new Fresh(position, SecondChance.ALL);
  }

  private static Instant minutesAgo(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private static Page<AuditEntry> page(@Nullable String next, Instant... times) {
    List<Item<AuditEntry>> items =
        Stream.of(times).<Item<AuditEntry>>map(WalkStepTest::entry).toList();
    return new Page<>(items, Optional.ofNullable(next).map(Cursor::new));
  }

  private static Item<AuditEntry> entry(Instant time) {
    Mention none = new Mention(null, null, null);
    return new Item.Read<>(
        new AuditEntry("e", "a.b", none, none, none, new Origin(null, null), Map.of(), time, null),
        Raw.of(new byte[0]));
  }
}
