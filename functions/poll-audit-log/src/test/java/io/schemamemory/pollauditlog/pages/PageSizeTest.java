package io.schemamemory.pollauditlog.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
  @Test
  void it_is_halved_down_to_one_and_no_further() {
    PageSize size = new PageSize(100);
    for (int smaller : new int[] {50, 25, 12, 6, 3, 1}) {
      assertThat(size.shrink()).isTrue();
      assertThat(size.size()).isEqualTo(smaller);
    }
    assertThat(size.shrink()).isFalse();
  }

  @Test
  void it_grows_again_once_the_entries_that_were_too_long_are_passed() {
    PageSize size = new PageSize(100);
    size.shrink();
    size.shrink();

    size.passed(25);
    assertThat(size.size()).isEqualTo(25);
    size.passed(25);
    assertThat(size.size()).isEqualTo(50);
    size.passed(50);
    assertThat(size.size()).isEqualTo(100);
    size.passed(100);
    assertThat(size.size()).isEqualTo(100);
  }

  @Test
  void a_page_with_fewer_entries_than_asked_for_leaves_the_rest_suspected() {
    PageSize size = new PageSize(100);
    size.shrink();
    size.passed(40);

    assertThat(size.size()).isEqualTo(50);
    size.passed(50);
    assertThat(size.size()).isEqualTo(10);
  }
}
