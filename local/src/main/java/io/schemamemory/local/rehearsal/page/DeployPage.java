package io.schemamemory.local.rehearsal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blocks of a page in Markdown, in order.
public record DeployPage(List<Block> blocks) {
  private static final Pattern MARK = Pattern.compile("<!-- not rehearsed: (\\S.*\\S) -->");
  private static final Pattern PARAMETER = Pattern.compile("[A-Z]\\w+: \\S.*");
  private static final String INDENT = "    ";
  private static final String FENCE = "```";

  public DeployPage {
    blocks = List.copyOf(blocks);
  }

  public static DeployPage read(String markdown) {
    return new Reader(markdown.lines().toList()).read();
  }

  private static final class Reader {
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private String before = "";
    private int next;

    Reader(List<String> lines) {
      this.lines = lines;
    }

    DeployPage read() {
      while (next < lines.size()) {
        String line = lines.get(next);
        if (line.strip().startsWith(FENCE)) {
          fenced();
        } else if (isIndented(line) && isBlank(next - 1)) {
          indented();
        } else {
          before = line.isBlank() ? before : line.strip();
          next++;
        }
      }
      return new DeployPage(blocks);
    }

    private void fenced() {
      boolean shown = lines.get(next).strip().equals(FENCE + "text");
      int start = ++next;
      while (next < lines.size() && !lines.get(next).strip().startsWith(FENCE)) {
        next++;
      }
      add(start, lines.subList(start, next), shown);
      next++;
    }

    /// Blank lines belong to it if it goes on after them.
    private void indented() {
      int start = next;
      int end = next;
      while (next < lines.size() && (isIndented(lines.get(next)) || lines.get(next).isBlank())) {
        end = lines.get(next).isBlank() ? end : next + 1;
        next++;
      }
      add(start, lines.subList(start, end), false);
    }

    private void add(int start, List<String> block, boolean shown) {
      String text = String.join("\n", block).stripIndent().strip();
      Matcher mark = MARK.matcher(before);
      if (mark.matches()) {
        blocks.add(new Block.NotRehearsed(start + 1, text, mark.group(1)));
      } else if (shown) {
        blocks.add(new Block.Shown(start + 1, text));
      } else if (text.lines().allMatch(line -> PARAMETER.matcher(line).matches())) {
        blocks.add(new Block.Parameters(start + 1, text));
      } else {
        blocks.add(new Block.Commands(start + 1, text));
      }
      before = "";
    }

    private static boolean isIndented(String line) {
      return line.startsWith(INDENT) && !line.isBlank();
    }

    private boolean isBlank(int index) {
      return index < 0 || lines.get(index).isBlank();
    }
  }
}
