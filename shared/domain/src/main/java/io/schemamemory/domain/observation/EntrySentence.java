package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;

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
    return sentence.words(".");
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
