package io.schemamemory.memorywriter.story;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.domain.entity.DeployRequestName;
import io.schemamemory.memorywriter.rows.IdArray;
import io.schemamemory.memorywriter.rows.RowJson;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// Locks the deploy requests that sightings are about, whether they give the id or the number.
@Singleton
public class StoryLocks {
  private final StoryRepository stories;
  private final RowJson json;

  StoryLocks(StoryRepository stories, RowJson json) {
    this.stories = stories;
    this.json = json;
  }

  /// A deploy request as people call it.
  @Serdeable
  record Numbered(String organization, String database, long number) {}

  /// Inserts and locks the deploy requests that the sightings, or those they replace, are about.
  /// Returns their ids in key order.
  ///
  /// Locks paths first: a transaction that knows the number and one that knows the id meet there.
  public List<String> lock(long workspaceId, List<IncomingSighting> incoming) {
    List<DeployRequestName> names =
        incoming.stream().map(one -> DeployRequestName.of(one.sighting())).toList();
    List<String> paths =
        names.stream().flatMap(one -> one.path().stream()).distinct().sorted().toList();
    if (!paths.isEmpty()) {
      stories.lockPaths(workspaceId, json.write(paths));
    }
    List<String> ids =
        Stream.of(
                names.stream().flatMap(one -> Stream.ofNullable(one.id())),
                byNumber(workspaceId, names),
                ofReplaced(incoming))
            .flatMap(some -> some)
            .distinct()
            .sorted()
            .toList();
    if (!ids.isEmpty()) {
      stories.insertMissing(workspaceId, json.write(ids));
      stories.lockDeployRequests(workspaceId, ids);
    }
    return ids;
  }

  private Stream<String> ofReplaced(List<IncomingSighting> incoming) {
    List<Long> replaced = IncomingSighting.replaced(incoming);
    return replaced.isEmpty()
        ? Stream.empty()
        : stories
            .findIdsByReference(IncomingSighting.channel(incoming), IdArray.of(replaced))
            .stream();
  }

  private Stream<String> byNumber(long workspaceId, List<DeployRequestName> names) {
    List<Numbered> withoutId =
        names.stream()
            .filter(one -> one.id() == null)
            .flatMap(StoryLocks::numbered)
            .distinct()
            .toList();
    return withoutId.isEmpty()
        ? Stream.empty()
        : stories.findIdsByNumber(workspaceId, json.write(withoutId)).stream();
  }

  private static Stream<Numbered> numbered(DeployRequestName name) {
    Long number = name.number();
    return number == null
        ? Stream.empty()
        : Stream.of(
            new Numbered(name.envelope().organization(), name.envelope().database(), number));
  }
}
