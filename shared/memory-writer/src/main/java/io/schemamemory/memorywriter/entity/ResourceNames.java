package io.schemamemory.memorywriter.entity;

import io.schemamemory.domain.entity.ResourceName;
import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.RowJson;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.Sightings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps which names resources had, so that what was renamed is found under either name.
@Singleton
public class ResourceNames {
  private final ResourceNameRepository names;
  private final RowJson json;

  ResourceNames(ResourceNameRepository names, RowJson json) {
    this.names = names;
    this.json = json;
  }

  /// Adds the names that sightings give. The view of aliases leaves out what nothing is called any
  /// longer.
  public void write(long workspaceId, List<IncomingSighting> incoming) {
    List<ResourceNameRow> rows =
        incoming.stream()
            .flatMap(one -> ResourceName.of(one.sighting()))
            .map(ResourceNames::row)
            .collect(Collectors.toMap(ResourceNames::key, row -> row, ResourceNames::both))
            .values()
            .stream()
            .sorted(ResourceNameRow.KEY_ORDER)
            .toList();
    List<String> chunks = Chunks.of(rows).map(json::write).toList();
    chunks.forEach(some -> names.insertNames(workspaceId, some));
    chunks.forEach(some -> names.markFormer(workspaceId, some));
  }

  private static ResourceNameRow row(ResourceName one) {
    Instant at = Sightings.micros(one.seenAt());
    return new ResourceNameRow(one.kind(), one.id(), one.name(), one.place(), at, at);
  }

  private static List<String> key(ResourceNameRow row) {
    return List.of(row.kind(), row.id(), row.name());
  }

  private static ResourceNameRow both(ResourceNameRow one, ResourceNameRow other) {
    return new ResourceNameRow(
        one.kind(),
        one.id(),
        one.name(),
        one.place(),
        one.firstSeen().isBefore(other.firstSeen()) ? one.firstSeen() : other.firstSeen(),
        one.lastSeen().isAfter(other.lastSeen()) ? one.lastSeen() : other.lastSeen());
  }
}
