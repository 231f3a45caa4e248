package io.schemamemory.pollauditlog.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.audit.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "5, 1", "5, 7", "100, 3", "3, 100", "1000, 999"})
  void a_circle_of_any_length_is_noticed_wherever_it_begins(int before, int length) {
    Trail trail = Trail.START;
    int page = 0;
    for (; !trail.leadsBackTo(cursor(page, before, length)); page++) {
      assertThat(page).isLessThan(3 * (before + length) + 3);
      trail = trail.to(cursor(page, before, length));
    }
    assertThat(page).isGreaterThanOrEqualTo(before + length);
  }

  @Test
  void a_list_that_leads_on_is_never_a_circle() {
    Trail trail = Trail.START;
    for (int page = 0; page < 5_000; page++) {
      assertThat(trail.leadsBackTo("c" + page)).isFalse();
      trail = trail.to("c" + page);
    }
  }

  private static String cursor(int page, int before, int length) {
    return "c" + (page < before ? page : before + (page - before) % length);
  }
}
