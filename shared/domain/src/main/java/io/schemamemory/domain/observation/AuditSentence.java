package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.AuditEntry;
import java.util.Set;

/// Words an entry of the audit log: who did what, also for actions this version does not know.
final class AuditSentence {
  /// A verb, as it is written before its object.
  private static final Set<String> DONE_TO =
      Set.of(
          "approved",
          "archived",
          "cancelled",
          "closed",
          "created",
          "deleted",
          "disabled",
          "enabled",
          "joined",
          "left",
          "queued",
          "reopened",
          "restored",
          "unqueued",
          "updated");

  private final AuditEntry entry;
  private final Envelope envelope;

  private AuditSentence(AuditEntry entry, Envelope envelope) {
    this.entry = entry;
    this.envelope = envelope;
  }

  static EntryText of(AuditEntry entry, Envelope envelope) {
    return new AuditSentence(entry, envelope).text();
  }

  private EntryText text() {
    String verb = entry.action().substring(entry.action().lastIndexOf('.') + 1);
    if (entry.action().equals("user.signed_in")) {
      return who().words(" signed in to ").quoted(envelope.place());
    }
    if (verb.endsWith("_leaked")) {
      return place(thing(EntryText.EMPTY.words("PlanetScale found a leak of ")));
    }
    String link =
        DONE_TO.contains(verb) ? " " : verb.equals("requested_deletion") ? " of " : " on ";
    return place(thing(who().words(" ").quoted(words(verb)).words(link)));
  }

  private EntryText who() {
    ActorId actor = entry.actor();
    return actor == null ? EntryText.EMPTY.words("Somebody") : EntryText.EMPTY.person(actor);
  }

  private EntryText thing(EntryText text) {
    Long number = entry.number();
    if (number != null) {
      return text.words("deploy request #" + number);
    }
    String noun = noun();
    String name = noun.equals("organization") ? envelope.organization() : entry.name();
    if (name != null) {
      return text.quoted(noun).words(" ").quoted(name);
    }
    boolean vowel = !noun.isEmpty() && "aeio".indexOf(noun.charAt(0)) >= 0;
    return text.words(vowel ? "an " : "a ").quoted(noun);
  }

  private EntryText place(EntryText text) {
    if (noun().equals("organization")) {
      return text;
    }
    boolean itself = envelope.database().equals(entry.name()) && noun().equals("database");
    String branch = entry.branch();
    EntryText sentence =
        branch == null || branch.equals(entry.name())
            ? text
            : text.words(" of branch ").quoted(branch);
    return sentence.words(" of ").quoted(itself ? envelope.organization() : envelope.place());
  }

  /// PlanetScale's own word, without the prefix that says where the object belongs.
  private String noun() {
    int dot = entry.action().lastIndexOf('.');
    String resource = dot < 0 ? "thing" : entry.action().substring(0, dot);
    return words(resource.replaceFirst("^database_(branch_(?=.))?(?=.)", ""));
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}
