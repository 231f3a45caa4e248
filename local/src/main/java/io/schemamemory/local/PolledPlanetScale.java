package io.schemamemory.local;

import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// The PlanetScale API to poll: the configured one, or a stand-in with an empty audit log, so
/// that no made-up entry gets into a real memory.
record PolledPlanetScale(LocalPlanetScale settings, Optional<StandInAuditLog> log) {
  static PolledPlanetScale open(
      Optional<LocalPlanetScale> named, Closing closing, Consumer<String> out) {
    PolledPlanetScale polled =
        named
            .map(settings -> new PolledPlanetScale(settings, Optional.empty()))
            .orElseGet(() -> standIn(closing));
    out.accept(
        "PlanetScale  "
            + polled.settings().url()
            + (polled.log().isPresent() ? " (a stand-in; it goes when this ends)" : ""));
    return polled;
  }

  private static PolledPlanetScale standIn(Closing closing) {
    PlanetScaleStandIn standIn = PlanetScaleStandIn.start(InstantSource.system(), 0);
    closing.atEnd(standIn::close);
    standIn.grant(Acme.TOKEN, Acme.NAME, "read_audit_logs");
    String[] token = Acme.TOKEN.split(":", 2);
    return new PolledPlanetScale(
        LocalPlanetScale.of(standIn.url(), Acme.NAME, token[0], token[1]),
        Optional.of(standIn.organization(Acme.NAME).auditLog()));
  }
}
