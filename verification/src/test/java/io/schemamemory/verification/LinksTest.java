package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every link between the pages leads somewhere.
class LinksTest {
  @Test
  void every_link_in_a_page_resolves() {
    assertThat(Project.sources(".md").map(MarkdownPage::read))
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(page.brokenLinks()).as(page.file().toString()).isEmpty());
  }

  @Test
  void a_missing_file_and_a_missing_anchor_are_noticed(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        # The *first* page
        ## Twice
        ## Twice
        [a](#the-first-page) [b](#gone) [c](gone.md) [d](page.md#twice-1) [e](https://example.com)
        ```
        [f](in-code.md)
        ```
        """);

    assertThat(MarkdownPage.read(page).brokenLinks()).containsExactly("#gone", "gone.md");
  }
}
