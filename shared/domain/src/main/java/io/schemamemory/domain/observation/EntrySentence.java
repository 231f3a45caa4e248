package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.TimeWords;
import java.time.Instant;

/// Words a sighting in one plain sentence.
final class EntrySentence {
  private EntrySentence() {}

  /// The memory entry of a sighting.
  static EntryText of(Sighting sighting, StatementReader reader) {
    Envelope envelope = sighting.envelope();
    String place = envelope.place();
    EntryText sentence =
        switch (sighting.facts()) {
          case Facts.DeployRequest request -> MilestoneSentence.of(request, place, reader);
          case Facts.Branch branch -> BranchSentence.of(branch, place);
          case Facts.Storage storage -> StorageSentence.of(storage, place);
          case Facts.AccessRequest request -> AccessRequestSentence.of(request, place);
          case Facts.Backup backup -> BackupSentence.of(backup, place);
          case Facts.Recommendation one -> RecommendationSentence.of(one, place);
          case Facts.AuditEntry entry -> AuditSentence.of(entry, envelope);
          case Facts.WebhookTest _ ->
              EntryText.EMPTY.words("PlanetScale tested the webhook of ").quoted(place);
          case Facts.Unknown _ -> unknown(envelope);
        };
    return doubt(sentence.words("."), sighting);
  }

  private static EntryText doubt(EntryText text, Sighting sighting) {
    Instant doubted = sighting.doubtedTime();
    return doubted == null
        ? text
        : text.words(
            " PlanetScale gave "
                + TimeWords.moment(doubted)
                + " as its time, which lay ahead of our clock.");
  }

  private static EntryText unknown(Envelope envelope) {
    return EntryText.EMPTY
        .words("PlanetScale sent ")
        .quoted(envelope.event())
        .words(" about ")
        .quoted(envelope.place())
        .words(", an event this version does not know; its body is kept");
  }
}
