package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Beginning;
import io.schemamemory.domain.event.PlainText;
import io.schemamemory.domain.masking.Masking;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text with people as marks: `{1} opened deploy request #42`, rendered when it is read.
///
/// @param template the text; `{n}` stands for the n-th person, `{{` and `}}` for braces
/// @param people who the marks stand for, in the order of their numbers
public record EntryText(String template, List<ActorId> people) {
  /// The empty text.
  public static final EntryText EMPTY = new EntryText("", List.of());

  /// A reader wants the gist; the facts keep all of it.
  private static final int LONGEST_REASON = 500;

  /// More reasons than this are counted.
  private static final int REASONS = 5;

  /// Adds our own words, which contain no braces.
  public EntryText words(String words) {
    return new EntryText(template + words, people);
  }

  /// Adds text that came from outside: braces doubled, unfit characters taken out.
  public EntryText quoted(String text) {
    return words(PlainText.of(text).replace("{", "{{").replace("}", "}}"));
  }

  /// Adds text that came from outside, led in by words; adds nothing when there is none.
  public EntryText quotedAfter(String words, @Nullable String text) {
    return text == null ? this : words(words).quoted(text);
  }

  /// Adds the reason that ends a sentence, masked, cut if it is long and without its full stop;
  /// adds nothing when there is none.
  public EntryText explained(@Nullable String reason) {
    return explained(reason == null ? List.of() : List.of(reason));
  }

  /// Adds the reasons that end a sentence, each of them shorter than a single one may be; adds
  /// nothing when there are none.
  public EntryText explained(List<String> reasons) {
    int named = Math.min(REASONS, reasons.size());
    EntryText text = this;
    String separator = ": ";
    for (String reason : reasons.subList(0, named)) {
      text = text.words(separator).quoted(gist(reason, LONGEST_REASON / named));
      separator = "; ";
    }
    int more = reasons.size() - named;
    return more == 0 ? text : text.words("; and " + more + " more");
  }

  private static String gist(String reason, int longest) {
    String plain = Masking.text(PlainText.of(reason));
    if (Beginning.isLonger(plain, longest)) {
      return Beginning.ofLetters(plain, longest) + "…";
    }
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /// Adds a person's mark.
  public EntryText person(ActorId person) {
    int known = people.indexOf(person);
    if (known >= 0) {
      return words("{" + (known + 1) + "}");
    }
    List<ActorId> more = Stream.concat(people.stream(), Stream.of(person)).toList();
    return new EntryText(template + "{" + more.size() + "}", more);
  }

  /// Adds a person led in by words, such as ` by `; adds nothing when there is none.
  public EntryText personAfter(String words, @Nullable ActorId person) {
    return person == null ? this : words(words).person(person);
  }
}
