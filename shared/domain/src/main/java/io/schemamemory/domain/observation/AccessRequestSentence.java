package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.AccessRequest;
import org.jspecify.annotations.Nullable;

/// Words a request of PlanetScale's staff to look in, and what became of it.
final class AccessRequestSentence {
  private AccessRequestSentence() {}

  static EntryText of(AccessRequest request, String place) {
    String state = request.state();
    if (state == null || state.equals("pending")) {
      EntryText asked = staff(EntryText.EMPTY, request.requestedBy()).words(" asked");
      return lasting(access(asked, request, place), request).explained(request.reason());
    }
    EntryText asked = staff(EntryText.EMPTY.words("The request of "), request.requestedBy());
    return access(asked, request, place)
        .words(" is now ")
        .quoted(state)
        .personAfter(", answered by ", request.respondedBy())
        .personAfter(", revoked by ", request.revokedBy())
        .explained(request.denialReason());
  }

  private static EntryText staff(EntryText text, @Nullable ActorId who) {
    EntryText staff = text.words("PlanetScale staff");
    return who == null ? staff : staff.words(" (").person(who).words(")");
  }

  private static EntryText access(EntryText text, AccessRequest request, String place) {
    String target = request.target();
    EntryText access = text.words(" for access to ");
    return target == null
        ? access.quoted(place)
        : access.words(kind(request.targetType())).quoted(target);
  }

  private static String kind(@Nullable String targetType) {
    return switch (targetType) {
      case "Organization" -> "organization ";
      case "Database" -> "database ";
      case "Branch" -> "branch ";
      case null, default -> "";
    };
  }

  private static EntryText lasting(EntryText text, AccessRequest request) {
    Long duration = request.duration();
    String unit = request.durationUnit();
    return duration == null || unit == null
        ? text
        : text.words(" for " + duration + " ").quoted(unit).words(duration == 1 ? "" : "s");
  }
}
