package io.schemamemory.memory;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.observation.Sighting;
import java.util.HexFormat;
import java.util.List;

/// What a delivery tells, ready to be written.
///
/// @param digest the body's SHA-256 in hex
public record Told(
    long workspaceId, long deliveryId, String digest, Sighting sighting, List<Actor> actors) {
  byte[] digestBytes() {
    return HexFormat.of().parseHex(digest);
  }
}
