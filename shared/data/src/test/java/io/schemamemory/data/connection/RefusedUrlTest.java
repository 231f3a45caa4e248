package io.schemamemory.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedUrlTest {
  @Test
  void a_password_before_the_host_is_not_logged() {
    List<String> log = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            log.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://app:hunter2@host/db"))
          .isInstanceOf(IllegalArgumentException.class);
    } finally {
      root.removeHandler(handler);
    }
    assertThat(log.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prepareThreshold=5",
        "preferQueryMode=simple",
        "logServerErrorDetail=true",
        "options=-c%20a=b",
        "currentSchema=memory"
      })
  void parameters_that_are_unsafe_through_a_pooler_are_refused(String parameter) {
    assertThatThrownBy(
            () -> DatabaseUrl.parse("jdbc:postgresql://h:1/d?user=u&password=p&" + parameter))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void several_hosts_are_refused() {
    assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://a:1,b:2/d?user=u&password=p"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
