package io.schemamemory.planetscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.PlainText;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever is right in what is needed is told, whatever else a body holds or lacks.
class RandomPayloadTest {
  private static final int PAYLOADS = 10_000;
  private static final Pattern MARK = Pattern.compile("\\{\\{|}}|\\{(\\d+)}|[{}]");

  @Test
  void ten_thousand_payloads_are_told_from_end_to_end() {
    RandomPayload payload = new RandomPayload(new Random(20261121));
    List<String> events = Samples.payloads();
    List<Sighting> sightings = new ArrayList<>();
    int passedOver = 0;
    for (int i = 0; i < PAYLOADS; i++) {
      Event event = Bodies.event(payload.like(events.get(i % events.size())));
      passedOver += event.passedOver().size();
      sightings.add(
          Sighting.of(event, Channel.WEBHOOK, "default", "%064x".formatted(i), Bodies.RECEIVED));
    }

    assertThat(passedOver).isGreaterThan(PAYLOADS);
    sightings.stream()
        .collect(Collectors.groupingBy(Sighting::key))
        .values()
        .forEach(seen -> assertFit(Observation.of(seen, unread()).entry()));
    assertThat(stories(sightings))
        .hasSizeGreaterThan(PAYLOADS / 100)
        .allSatisfy(RandomPayloadTest::assertFit);
  }

  /// Folds what stands close together, so that a story has few bodies or many.
  private static List<EntryText> stories(List<Sighting> sightings) {
    return IntStream.iterate(0, i -> i < sightings.size(), i -> i + 30)
        .mapToObj(i -> sightings.subList(i, Math.min(i + 30, sightings.size())))
        .flatMap(
            some ->
                some.stream()
                    .flatMap(DeployRequestSnapshot::of)
                    .collect(Collectors.groupingBy(telling -> telling.request().id()))
                    .values()
                    .stream())
        .map(tellings -> StoryParagraph.of(StoryFold.of(tellings), unread()))
        .toList();
  }

  private static StatementReader unread() {
    return new StatementReader(_ -> new NotUnderstood(Reason.SYNTAX));
  }

  /// One line that moves no cursor, and marks for nobody but its people.
  private static void assertFit(EntryText text) {
    assertThat(PlainText.of(text.template())).isEqualTo(text.template());
    assertThat(MARK.matcher(text.template()).results())
        .allSatisfy(mark -> assertThat(stands(mark, text)).as(text.template()).isTrue());
  }

  private static boolean stands(MatchResult mark, EntryText text) {
    String person = mark.group(1);
    return person == null
        ? mark.group().length() == 2
        : Integer.parseInt(person) <= text.people().size();
  }
}
