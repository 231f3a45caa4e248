package io.schemamemory.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Markdown table, padded so that it is readable on a terminal too.
public final class MarkdownTable {
  private final List<List<String>> lines = new ArrayList<>();

  public MarkdownTable(String... headings) {
    lines.add(List.of(headings));
  }

  public void add(String... cells) {
    lines.add(List.of(cells));
  }

  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, lines.getFirst().size()).mapToObj(this::width).toList();
    List<String> text = new ArrayList<>(lines.stream().map(line -> row(line, widths)).toList());
    text.add(1, row(widths.stream().map("-"::repeat).toList(), widths));
    return String.join("\n", text);
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String row(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> padded(cells.get(column), widths.get(column)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }

  /// With a decimal point in every locale.
  public static String fixed(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
