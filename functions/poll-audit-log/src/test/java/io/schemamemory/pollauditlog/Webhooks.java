package io.schemamemory.pollauditlog;

import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.job.Transactions;
import io.schemamemory.memorywriter.MemoryWriter;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.planetscale.EventReader;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import jakarta.inject.Singleton;
import java.util.List;

/// Writes webhook sightings to the memory, as the normalizer does.
@Singleton
class Webhooks {
  private final Transactions transactions;
  private final MemoryWriter memory;
  private final EventReader reader;

  Webhooks(Transactions transactions, MemoryWriter memory, EventReader reader) {
    this.transactions = transactions;
    this.memory = memory;
    this.reader = reader;
  }

  void write(String sample, long delivery) {
    write(Samples.payload(sample), delivery);
  }

  void write(byte[] body, long delivery) {
    Event event = ((Read) reader.read(body)).event();
    Sighting sighting =
        Sighting.of(event, Channel.WEBHOOK, "default", "%064x".formatted(delivery), FixedTime.NOW);
    PreparedSightings prepared =
        memory.prepare(List.of(new IncomingSighting(1, delivery, true, sighting, event.actors())));
    transactions.run(_ -> memory.write(prepared));
  }
}
