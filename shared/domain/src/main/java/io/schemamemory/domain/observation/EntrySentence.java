package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what was seen in one plain sentence.
public final class EntrySentence {
  private EntrySentence() {}

  /// The memory entry of a sighting.
  public static EntryText of(Sighting sighting) {
    Envelope envelope = sighting.envelope();
    if (sighting.kind().equals(Sighting.UNKNOWN)) {
      return at(
              EntryText.EMPTY.words("PlanetScale sent ").quoted(envelope.event()),
              " about ",
              envelope)
          .words(", an event this version does not know; its body is kept.");
    }
    return switch (sighting.facts()) {
      case DeployRequest request -> ofMilestone(request, envelope).words(".");
      case Facts.Branch branch -> ofBranch(branch, envelope).words(" is ready.");
      case Facts.Bare _ ->
          at(EntryText.EMPTY.words("PlanetScale tested the webhook"), " of ", envelope).words(".");
    };
  }

  private static EntryText ofBranch(Facts.Branch branch, Envelope envelope) {
    EntryText text = at(EntryText.EMPTY.words("Branch ").quoted(branch.name()), " of ", envelope);
    String parent = branch.parent();
    if (parent != null) {
      text = text.words(", made from ").quoted(parent);
    }
    ActorId by = branch.createdBy();
    return by == null
        ? text
        : text.words(parent == null ? ", made by " : " by ").person(by).words(",");
  }

  private static EntryText ofMilestone(DeployRequest request, Envelope envelope) {
    Deployment deployment = request.deployment();
    List<DdlStatement> statements = deployment == null ? List.of() : deployment.statements();
    return switch (request.milestone()) {
      case OPENED ->
          into(did(request.openedBy(), "opened", "was opened", request), request, envelope);
      case QUEUED ->
          Changes.add(
              at(name(request), " of ", envelope)
                  .words(" was queued")
                  .personAfter(" by ", deployment == null ? null : deployment.queuedBy()),
              ": ",
              statements);
      case IN_PROGRESS ->
          Changes.add(
              at(
                  name(request).words(" began to change ").quoted(request.intoBranch()),
                  " of ",
                  envelope),
              ": ",
              statements);
      case PENDING_CUTOVER ->
          at(name(request), " of ", envelope)
              .words(" is ready and waits for someone to cut it over to ")
              .quoted(request.intoBranch());
      case SCHEMA_APPLIED -> ofApplied(request, deployment, envelope);
      case ERRORED -> ofErrors(request, deployment, envelope);
      case REVERTED ->
          at(name(request), " of ", envelope)
              .words(" was reverted")
              .personAfter(" by ", deployment == null ? null : deployment.revertedBy())
              .words(": ")
              .quoted(request.intoBranch())
              .words(" has its former schema again");
      case CLOSED ->
          at(did(request.closedBy(), "closed", "was closed", request), " of ", envelope)
              .words(
                  request.deployedAt() == null ? ", which was never deployed" : ending(deployment));
    };
  }

  private static EntryText ofApplied(
      DeployRequest request, @Nullable Deployment deployment, Envelope envelope) {
    ActorId by = deployment == null ? null : deployedBy(deployment);
    EntryText text = did(by, "deployed", "was deployed", request).words(" to ");
    text = at(text.quoted(request.intoBranch()), " of ", envelope);
    return deployment == null ? text : Changes.add(text, ": ", deployment.statements());
  }

  private static EntryText ofErrors(
      DeployRequest request, @Nullable Deployment deployment, Envelope envelope) {
    EntryText text = at(name(request), " of ", envelope).words(" failed");
    List<String> errors = deployment == null ? List.of() : deployment.errors();
    return errors.isEmpty() ? text : text.words(": ").quoted(withoutStop(errors.getFirst()));
  }

  /// Who brought the change in: whoever cut it over, else whoever queued it.
  public static @Nullable ActorId deployedBy(Deployment deployment) {
    ActorId cutover = deployment.cutoverBy();
    return cutover == null ? deployment.queuedBy() : cutover;
  }

  private static String ending(@Nullable Deployment deployment) {
    boolean reverted = deployment != null && deployment.revertedAt() != null;
    return reverted ? ", deployed and then reverted" : ", deployed";
  }

  private static EntryText did(
      @Nullable ActorId who, String active, String passive, DeployRequest request) {
    return who == null
        ? name(request).words(" " + passive)
        : EntryText.EMPTY.person(who).words(" " + active + " deploy request #" + request.number());
  }

  private static EntryText name(DeployRequest request) {
    return EntryText.EMPTY.words("Deploy request #" + request.number());
  }

  private static EntryText into(EntryText text, DeployRequest request, Envelope envelope) {
    EntryText bring = text.words(" to bring ").quoted(request.branch()).words(" into ");
    return at(bring.quoted(request.intoBranch()), " of ", envelope);
  }

  private static EntryText at(EntryText text, String preposition, Envelope envelope) {
    return text.words(preposition).quoted(envelope.place());
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
