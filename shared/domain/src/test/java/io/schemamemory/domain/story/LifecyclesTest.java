package io.schemamemory.domain.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole lifecycles from webhooks in any order, repeated, in different bytes, and from the API.
class LifecyclesTest {
  private static final int ORDERS = 500;

  @ParameterizedTest
  @MethodSource("io.schemamemory.domain.story.Life#all")
  void any_order_and_repetition_give_the_same_observations_and_story(Life life) {
    List<Sighting> sightings = Stream.concat(webhooks(life), copies(life)).toList();
    Map<String, Observation> observations = observations(sightings);
    Story story = story(observations.values());
    assertThat(story.outcome()).isEqualTo(life.outcome());
    Random random = new Random(life.name().hashCode());
    for (int order = 0; order < ORDERS; order++) {
      List<Sighting> arrivals = new ArrayList<>(sightings);
      random
          .ints(random.nextInt(20), 0, sightings.size())
          .forEach(again -> arrivals.add(sightings.get(again)));
      Collections.shuffle(arrivals, random);

      Map<String, Observation> folded = observations(arrivals);

      assertThat(folded).isEqualTo(observations);
      assertThat(story(folded.values())).isEqualTo(story);
    }
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.domain.story.Life#all")
  void a_milestone_is_one_observation_whatever_its_channel(Life life) {
    Map<String, Observation> byWebhook = observations(webhooks(life).toList());

    Map<String, Observation> byBoth =
        observations(Stream.concat(webhooks(life), copies(life)).toList());

    assertThat(byBoth.keySet()).isEqualTo(byWebhook.keySet());
    assertThat(byBoth.values())
        .filteredOn(one -> one.best().channel() == Channel.API)
        .hasSameSizeAs(life.rebuilt());
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.domain.story.Life#all")
  void the_api_alone_gives_the_outcome(Life life) {
    Story story = story(observations(copies(life).toList()).values());

    assertThat(story.outcome()).isEqualTo(life.outcome());
  }

  /// Each webhook, the same in different bytes, and one of the same moment with less in it.
  private static Stream<Sighting> webhooks(Life life) {
    return life.webhooks().stream()
        .flatMap(
            body ->
                Stream.of(
                    Sighting.of(body.event(), Channel.WEBHOOK, "a", "d1", Snapshot.RECEIVED),
                    Sighting.of(body.event(), Channel.WEBHOOK, "b", "d2", Snapshot.RECEIVED),
                    Sighting.of(
                        body.changing().event(), Channel.WEBHOOK, "a", "d0", Snapshot.RECEIVED)));
  }

  private static Stream<Sighting> copies(Life life) {
    return life.rebuilt().stream()
        .map(
            milestone ->
                Sighting.of(
                    life.now(milestone).event(), Channel.API, "a", "d3", Snapshot.RECEIVED));
  }

  private static Map<String, Observation> observations(List<Sighting> sightings) {
    Map<String, List<Sighting>> byKey =
        sightings.stream().collect(Collectors.groupingBy(one -> one.key().text()));
    Map<String, Observation> observations = new TreeMap<>();
    byKey.forEach((key, seen) -> observations.put(key, Observation.of(seen, Readings.nothing())));
    return observations;
  }

  private static Story story(Collection<Observation> observations) {
    return StoryFold.of(
        observations.stream().map(Observation::best).flatMap(DeployRequestSnapshot::of).toList());
  }
}
