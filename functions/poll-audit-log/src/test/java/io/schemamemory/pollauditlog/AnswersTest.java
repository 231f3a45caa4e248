package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.schemamemory.pollauditlog.replay.EntriesReplayed;
import io.schemamemory.pollauditlog.reseal.Resealed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fields of the answers that people and scripts read.
class AnswersTest {
  @Test
  void a_replay_says_how_many_entries_could_not_be_decrypted() throws IOException {
    assertThat(json(new EntriesReplayed(1, 2, 3, 4, 5, true)))
        .isEqualTo(
            "{\"read\":1,\"known\":2,\"unreadable\":3,\"undecryptable\":4,\"last\":5,\"finished\":true}");
  }

  @Test
  void resealing_says_whether_to_continue() throws IOException {
    assertThat(json(new Resealed(1, 2, false)))
        .isEqualTo("{\"resealed\":1,\"undecryptable\":2,\"finished\":false}");
  }

  @Test
  void the_doctor_answers_line_by_line() throws IOException {
    assertThat(json(new DoctorAnswer(true, List.of("ok feeds: acme"))))
        .isEqualTo("{\"healthy\":true,\"lines\":[\"ok feeds: acme\"]}");
  }

  private static String json(Object answer) throws IOException {
    return JsonMapper.createDefault().writeValueAsString(answer);
  }
}
