package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableOptionContext;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.TableOption;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of a table as a whole.
record TableOptions(MySqlWords words) {
  private static final Pattern OPTION =
      Pattern.compile(
          "(?is)(?:default )?(char(?:acter)? set|charset|\\w+ directory|\\w+) ?=? ?(.*)");

  List<TableOption> of(List<TableOptionContext> options) {
    return options.stream().map(this::of).toList();
  }

  private TableOption of(TableOptionContext option) {
    Matcher parts = OPTION.matcher(words.written(option));
    if (!parts.matches()) {
      // The grammar takes any quoted word with a value for an option.
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    String name = parts.group(1).toUpperCase(Locale.ROOT);
    return new TableOption(name.endsWith(" SET") ? "CHARSET" : name, parts.group(2));
  }
}
