package io.tocsin.contracts.policy.severity;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a condition in the words of who wrote it. */
final class ConditionFlaws {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile(
          "(?:extraneous input|mismatched input|no viable alternative at input"
              + "|token recognition error at:) '(.*?)'(?: expecting .*)?");
  private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at .*");
  private static final List<String> FUNCTIONS =
      List.of("contains", "matches", "startsWith", "endsWith", "size", "number", "has");
  private static final String MEND = "mend the condition there";
  private static final int SHOWN = 40;

  private final String text;
  private final YamlValue place;
  private final Collection<FactSource> facts;

  ConditionFlaws(String text, YamlValue place, Collection<FactSource> facts) {
    this.text = text;
    this.place = place;
    this.facts = facts;
  }

  /** A parser goes astray at what it does not expect: only what is known, or its first, is told. */
  void ofForm(List<CelIssue> issues) {
    List<Slips.Found> slips = new ArrayList<>(Slips.in(text));
    slips.addAll(Slips.names(text, facts));
    slips.forEach(this::report);
    if (slips.isEmpty()) {
      CelIssue first = issues.get(0);
      report(offset(first), unexpected(first), MEND);
    }
  }

  /**
   * @param tree of the condition as it was parsed
   */
  void ofMeaning(List<CelIssue> issues, CelAbstractSyntaxTree tree) {
    List<Slips.Found> names = Slips.names(text, facts);
    names.forEach(this::report);
    issues.stream()
        .filter(issue -> names.stream().noneMatch(name -> name.holds(offset(issue))))
        .forEach(issue -> report(issue, tree));
  }

  private void report(CelIssue issue, CelAbstractSyntaxTree tree) {
    String message = message(issue);
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      undeclared(undeclared.group(1), offset(issue));
      return;
    }
    Operands.Complaint complaint = Operands.complaint(message, offset(issue), tree);
    if (complaint == null) {
      report(offset(issue), message, MEND);
    } else {
      report(offset(issue), complaint.message(), complaint.remedy());
    }
  }

  private void undeclared(String name, int offset) {
    String written = written(name, offset);
    if (name.equals("fact")) {
      List<String> known = facts.stream().map(FactSource::variable).toList();
      report(
          offset,
          "there is no fact '%s'".formatted(written.replaceFirst("^fact\\.?", "")),
          known.isEmpty()
              ? "define it below 'facts' in this file"
              : Nearest.remedy(written, known) + ", or define it below 'facts'");
    } else if (Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(").matcher(text).find()) {
      report(offset, "there is no function '%s'".formatted(name), Nearest.remedy(name, FUNCTIONS));
    } else {
      report(
          offset,
          "there is no '%s' to ask for".formatted(name),
          Nearest.remedy(name, CelLanguage.TEXTS)
              + ", labels[\"…\"]"
              + (facts.isEmpty() ? "" : ", or a fact as fact.NAME"));
    }
  }

  /** The whole of what was written where CEL names its first part only: {@code fact.error_rat}. */
  private String written(String name, int offset) {
    Matcher whole = Pattern.compile(Pattern.quote(name) + "\\.?\\w*").matcher(text);
    boolean here = whole.find(Math.min(offset, text.length())) && whole.start() == offset;
    return here || whole.reset().find() ? whole.group() : name;
  }

  private String unexpected(CelIssue issue) {
    String message = message(issue);
    String before = text.substring(0, Math.min(offset(issue), text.length())).strip();
    String after =
        before.length() <= SHOWN ? before : "…" + before.substring(before.length() - SHOWN);
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "'%s' is missing after '%s'".formatted(missing.group(1), after);
    }
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (!unexpected.matches()) {
      return message;
    }
    String sign = unexpected.group(1).strip();
    if (sign.equals("<EOF>")) {
      return "something is missing after '%s'".formatted(after);
    }
    return before.isEmpty()
        ? "'%s' begins no condition".formatted(sign)
        : "'%s' cannot follow '%s'".formatted(sign, after);
  }

  private void report(Slips.Found slip) {
    report(slip.start(), slip.message(), slip.remedy());
  }

  private void report(int offset, String message, String remedy) {
    place.rejectWithin(offset, message, remedy);
  }

  /** CEL writes a percent sign as it is written in Java's formats. */
  private static String message(CelIssue issue) {
    return issue.getMessage().strip().replaceAll("\\s+", " ").replace("%%", "%");
  }

  private int offset(@Nullable CelIssue issue) {
    if (issue == null) {
      return 0;
    }
    int offset = 0;
    for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return Math.max(0, offset + issue.getSourceLocation().getColumn());
  }
}
