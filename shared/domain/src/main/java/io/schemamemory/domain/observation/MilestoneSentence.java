package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words a milestone of a deploy request: who brought which change how far.
final class MilestoneSentence {
  private final DeployRequest request;
  private final @Nullable Deployment run;
  private final String place;
  private final StatementReader reader;

  private MilestoneSentence(DeployRequest request, String place, StatementReader reader) {
    this.request = request;
    this.run = request.deployment();
    this.place = place;
    this.reader = reader;
  }

  static EntryText of(DeployRequest request, String place, StatementReader reader) {
    MilestoneSentence sentence = new MilestoneSentence(request, place, reader);
    return switch (request.milestone()) {
      case OPENED -> sentence.opened();
      case QUEUED -> sentence.queued();
      case IN_PROGRESS -> sentence.begun();
      case PENDING_CUTOVER -> sentence.waiting();
      case SCHEMA_APPLIED -> sentence.applied();
      case ERRORED -> sentence.errored();
      case REVERTED -> sentence.reverted();
      case CLOSED -> ClosingSentence.of(request, sentence.did(request.closedBy(), "closed"), place);
    };
  }

  private EntryText opened() {
    return did(request.openedBy(), "opened")
        .words(" to bring ")
        .quoted(request.branch())
        .words(" into ")
        .quoted(request.intoBranch())
        .words(" of ")
        .quoted(place);
  }

  private EntryText queued() {
    return changes(
        here(name()).words(" was queued").personAfter(" by ", run == null ? null : run.queuedBy()));
  }

  private EntryText begun() {
    return changes(here(name().words(" began to change ").quoted(request.intoBranch())));
  }

  private EntryText waiting() {
    return here(name())
        .words(" is ready and waits for someone to cut it over to ")
        .quoted(request.intoBranch());
  }

  private EntryText applied() {
    EntryText text = did(run == null ? null : run.deployedBy(), "deployed");
    return changes(here(text.words(" to ").quoted(request.intoBranch())));
  }

  private EntryText errored() {
    List<String> errors = run == null ? List.of() : run.errors();
    return here(name()).words(" failed").explained(errors);
  }

  private EntryText reverted() {
    return here(name())
        .words(" was reverted")
        .personAfter(" by ", run == null ? null : run.revertedBy())
        .words(": ")
        .quoted(request.intoBranch())
        .words(" has its former schema again");
  }

  private EntryText changes(EntryText text) {
    return run == null ? text : Changes.add(text, ": ", reader.read(run.statements()));
  }

  private EntryText here(EntryText text) {
    return text.words(" of ").quoted(place);
  }

  private EntryText did(@Nullable ActorId who, String did) {
    return who == null
        ? name().words(" was " + did)
        : EntryText.EMPTY.person(who).words(" " + did + " deploy request #" + request.number());
  }

  private EntryText name() {
    return EntryText.EMPTY.words("Deploy request #" + request.number());
  }
}
