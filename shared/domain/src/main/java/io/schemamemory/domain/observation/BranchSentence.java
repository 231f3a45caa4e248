package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.Branch;

/// Words what happened to a branch.
final class BranchSentence {
  private BranchSentence() {}

  static EntryText of(Branch branch, String place) {
    EntryText name =
        EntryText.EMPTY
            .words(branch.production() ? "Production branch " : "Branch ")
            .quoted(branch.name())
            .words(" of ")
            .quoted(place);
    return switch (branch.what()) {
      case READY -> origin(name, branch).words(" is ready");
      case SLEEPING -> name.words(" went to sleep");
      case ANOMALY -> name.words(" showed an anomaly");
      case OUT_OF_MEMORY -> name.words(" ran out of memory");
      case START_MAINTENANCE -> name.words(" went into maintenance");
      case PRIMARY_SWITCHOVER_IMMINENT -> name.words(" is about to switch over to another primary");
      case PRIMARY_PROMOTED -> name.words(" has a new primary");
      case SCHEMA_RECOMMENDATION -> name.words(" got a schema recommendation");
    };
  }

  private static EntryText origin(EntryText name, Branch branch) {
    EntryText text = name.quotedAfter(", made from ", branch.parent());
    ActorId by = branch.createdBy();
    return by == null
        ? text
        : text.words(branch.parent() == null ? ", made by " : " by ").person(by).words(",");
  }
}
