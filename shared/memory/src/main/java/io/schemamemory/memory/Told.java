package io.schemamemory.memory;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;

/// What a delivery tells, ready to be written.
public record Told(long workspaceId, long deliveryId, Sighting sighting, List<Actor> actors) {}
