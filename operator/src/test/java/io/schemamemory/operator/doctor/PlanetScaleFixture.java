package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;

/// Without a database to look at.
abstract class PlanetScaleFixture extends DoctorFixture {
  @BeforeEach
  void onlyPlanetScale() {
    variables.remove("DATABASE_DIRECT_URL");
    variables.remove("DATABASE_POOLED_URL");
  }

  Ended found(String check, String finding, String... words) {
    Ended ended = doctor();
    assertThat(ended.line(check)).startsWith(finding + " ").contains(words);
    assertThat(ended.status())
        .isEqualTo(ended.lines().stream().anyMatch(l -> l.startsWith("fail")) ? 1 : 0);
    return ended;
  }
}
