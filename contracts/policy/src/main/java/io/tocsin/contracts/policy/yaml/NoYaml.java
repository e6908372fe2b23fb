package io.tocsin.contracts.policy.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What probably made a file unreadable, and where: a parser stops at what it cannot go on with,
 * which is often behind the mistake. The line itself is not shown: a secret may stand in it.
 */
final class NoYaml {
  private static final Pattern NO_START = Pattern.compile("found character '(.+)' that cannot .*");
  private static final Pattern NO_ANCHOR = Pattern.compile("found undefined alias (.*)");
  private static final Pattern NO_ESCAPE =
      Pattern.compile("found unknown escape character (.)\\(.*", Pattern.DOTALL);
  private static final String NO_YAML = "this is no YAML: ";
  private static final String KEY_EXPECTED = "could not find expected ':'";
  private static final String NO_COLON = "a ':' is missing in this line";
  private static final String WRITE_COLON = "write 'key:' or 'key: value'";
  private static final String TWO_COLONS = "mapping values are not allowed here";

  private final String path;
  private final String text;
  private final List<String> lines;

  NoYaml(String path, String text) {
    this.path = path;
    this.text = text;
    this.lines = text.lines().toList();
  }

  Problem because(MarkedYAMLException why) {
    String problem = why.getProblem() == null ? "it cannot be read" : why.getProblem();
    String context = why.getContext() == null ? "" : why.getContext();
    Mark end = why.getProblemMark();
    Mark begin = why.getContextMark() == null ? end : why.getContextMark();
    if (begin == null || end == null) {
      return Problem.of(path, NO_YAML + problem, "mend or shorten it");
    }
    return ofText(problem, context, begin, end)
        .or(() -> ofStructure(problem, context, begin, end))
        .orElseGet(
            () ->
                at(
                    end,
                    problem,
                    "look for quotes, brackets and indentation, here and in the line above"));
  }

  private Optional<Problem> ofText(String problem, String context, Mark begin, Mark end) {
    Matcher start = NO_START.matcher(problem);
    Matcher anchor = NO_ANCHOR.matcher(problem);
    Matcher escape = NO_ESCAPE.matcher(problem);
    if (start.matches()) {
      String sign = start.group(1);
      return Optional.of(
          sign.startsWith("\\t")
              ? at(end, "a tab stands here", "indent with spaces alone")
              : at(end, "no text may begin with " + sign, "put the text in quotes"));
    }
    if (anchor.matches()) {
      return Optional.of(noAnchor(anchor.group(1), end));
    }
    if (escape.matches()) {
      String sign = "\\" + escape.group(1);
      return Optional.of(
          at(
              end,
              "%s means nothing in double quotes".formatted(sign),
              "write \\%s, or put the text in single quotes".formatted(sign)));
    }
    if (context.startsWith("while scanning an a")) {
      return Optional.of(at(begin, "no text may begin with * or &", "put the text in quotes"));
    }
    if (context.contains("quoted scalar")) {
      return Optional.of(
          at(begin, "the quote opened here is never closed", "close it where the text ends"));
    }
    return Optional.empty();
  }

  private Optional<Problem> ofStructure(String problem, String context, Mark begin, Mark end) {
    if (problem.equals(KEY_EXPECTED)) {
      return Optional.of(at(begin, NO_COLON, WRITE_COLON));
    }
    if (context.startsWith("while parsing a flow")) {
      boolean known = !context.endsWith("node");
      return (known ? Unclosed.at(begin, lines) : Unclosed.above(end.getLine(), lines))
          .map(found -> at(found.line(), found.column(), found.message(), found.remedy()));
    }
    if (problem.equals(TWO_COLONS)) {
      return Optional.of(twoColons(end));
    }
    if (problem.endsWith("'<scalar>'")) {
      return Optional.of(quotes(end));
    }
    if (problem.endsWith("start>'") || problem.endsWith("'-'")) {
      String columns = Indents.fitting(lines, end.getLine());
      return Optional.of(
          at(
              end,
              "this line is indented by %d, which fits none of those above"
                  .formatted(Indents.of(line(end.getLine()))),
              "make it line up with what it belongs to: indent it by " + columns));
    }
    return Optional.empty();
  }

  private Problem noAnchor(String name, Mark where) {
    List<String> anchors = YamlBeginning.of(text).anchors();
    String message = "there is no '&%s' that '*%s' could repeat".formatted(name, name);
    return at(
        where,
        message,
        anchors.isEmpty()
            ? "put '&%s' before what it repeats, or put a text in quotes".formatted(name)
            : Nearest.remedy("*" + name, anchors.stream().map(it -> "*" + it).toList()));
  }

  private Problem twoColons(Mark second) {
    String line = line(second.getLine());
    String before = line.substring(0, Math.min(second.getColumn(), line.length()));
    int first = before.indexOf(": ");
    if (first >= 0) {
      return at(
          second,
          "a text with ': ' in it needs quotes",
          "write %s: \"…\"".formatted(before.substring(0, first).replaceFirst("^[\\s-]+", "")));
    }
    int above = Indents.lineAbove(lines, second.getLine());
    if (above >= 0 && !lines.get(above).contains(":")) {
      return at(above + 1, Indents.of(lines.get(above)) + 1, NO_COLON, WRITE_COLON);
    }
    return at(
        second,
        "this line is indented by %d and line %d above it, which has a value, by %d"
            .formatted(Indents.of(line), above + 1, above < 0 ? 0 : Indents.of(lines.get(above))),
        "make the two line up");
  }

  private Problem quotes(Mark where) {
    YamlBeginning.Quoted last = YamlBeginning.of(text).lastQuoted();
    if (last != null && last.lastLine() > last.line() && last.lastLine() == where.getLine() + 1) {
      return new Problem(
          path,
          last.line(),
          last.column(),
          path,
          NO_YAML + "the quote opened here is closed only in line " + last.lastLine(),
          "close it where the text ends");
    }
    return at(
        where,
        "something follows the quote that ends the text",
        "put the whole text in quotes; a quote within it is written \\\" in double quotes and ''"
            + " in single ones");
  }

  /** YAML knows line ends that others do not: a number may be too large. */
  private String line(int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  private Problem at(Mark mark, String message, String remedy) {
    return at(mark.getLine() + 1, mark.getColumn() + 1, message, remedy);
  }

  private Problem at(int line, int column, String message, String remedy) {
    return new Problem(path, line, column, path, NO_YAML + message, remedy);
  }
}
