package io.schemamemory.memorywriter.story;

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

  /// Inserts and locks the deploy requests that the sightings, or those they replace, are about.
  /// Returns their ids in key order.
  ///
  /// Locks paths first: a transaction that knows the number and one that knows the id meet there.
  /// Then all that ever had one of the paths: which entries are whose depends on all of them.
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
                paths.isEmpty()
                    ? Stream.<String>empty()
                    : stories.findIdsByPath(workspaceId, paths).stream(),
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
}
