package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.PERCENTAGE;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.schemamemory.domain.event.Facts;
import java.util.List;

/// Reads a storage, which has neither id nor type.
final class Storages {
  private Storages() {}

  static Facts ofCluster(JsonObject resource) throws UnreadableException {
    return new Facts.Storage(
        resource.need("branch_name", NAME),
        null,
        resource.maybe("storage_percentage", PERCENTAGE),
        volumes(resource, "storage"));
  }

  static Facts ofKeyspace(JsonObject resource) throws UnreadableException {
    return new Facts.Storage(
        resource.need("branch_name", NAME),
        resource.need("keyspace_name", NAME),
        resource.maybe("storage_percentage", PERCENTAGE),
        volumes(resource, "shards"));
  }

  private static List<Facts.Volume> volumes(JsonObject resource, String field) {
    return resource.objects(field).stream()
        .map(
            volume ->
                new Facts.Volume(
                    volume.maybe("shard", NAME),
                    volume.maybe("bytes_used", WHOLE_NUMBER),
                    volume.maybe("bytes_total_capacity", WHOLE_NUMBER),
                    volume.maybe("storage_percentage", PERCENTAGE)))
        .toList();
  }
}
