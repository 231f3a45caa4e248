package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Facts.Backup;

/// Words how a backup ended.
final class BackupSentence {
  private BackupSentence() {}

  static EntryText of(Backup backup, String place) {
    String name = backup.name();
    EntryText text =
        name == null
            ? EntryText.EMPTY.words("A backup")
            : EntryText.EMPTY.words("Backup ").quoted(name);
    return text.quotedAfter(" of branch ", backup.branch())
        .words(" of ")
        .quoted(place)
        .personAfter(", started by ", backup.startedBy())
        .words(backup.startedBy() == null ? "" : ",")
        .words(backup.succeeded() ? " succeeded" : " failed");
  }
}
