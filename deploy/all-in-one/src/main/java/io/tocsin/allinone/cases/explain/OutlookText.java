package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Spans;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An outlook for a person at a terminal. */
public final class OutlookText {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm:ss", Locale.ENGLISH);

  private final Outlook outlook;
  private final Policies policies;
  private final StringBuilder text = new StringBuilder();

  private OutlookText(Outlook outlook, Policies policies) {
    this.outlook = outlook;
    this.policies = policies;
  }

  public static String of(Outlook outlook, Policies policies) {
    OutlookText page = new OutlookText(outlook, policies);
    outlook.explanations().forEach(page::judged);
    page.told();
    page.missing();
    return page.text.toString();
  }

  private void judged(Explanation explanation) {
    ClassifiedAlert it = explanation.classified();
    row("alert", "%s (%s)".formatted(it.alert().title(), it.alert().integration()));
    row("service", WhyText.service(it));
    row("team", "%s, %s".formatted(it.team(), Outlook.teamName(policies, it.team())));
    row("environment", it.alert().environment());
    row("severity", level(it));
    row("why", "%s: %s".formatted(it.decidedBy().name(), it.decidedBy().text()));
    new WhyText(explanation, policies).rows().forEach(this::row);
    row(
        "rules",
        explanation.rules().isEmpty()
            ? "none was asked"
            : explanation.rules().stream()
                .map(OutlookText::asked)
                .collect(Collectors.joining("\n" + " ".repeat(13))));
  }

  private static String asked(RuleAsked rule) {
    String detail = rule.detail() == null ? "" : " (" + plain(rule.detail()) + ")";
    return rule.rule() + " " + rule.outcome().words() + detail;
  }

  private static String level(ClassifiedAlert it) {
    if (!it.alarm()) {
      return "none: it opens no incident";
    }
    return it.unknown() ? it.severity() + "-unknown" : it.severity().name();
  }

  private void told() {
    text.append('\n');
    if (outlook.told().isEmpty()) {
      text.append("nobody is told\n");
      return;
    }
    text.append("who is told if nobody answers (times of %s)%n".formatted(outlook.played().zone()));
    outlook.told().forEach(this::line);
  }

  private void line(Happening it) {
    Duration after = Duration.between(outlook.played().start(), it.at());
    text.append(
        "  +%-9s %s  %-15s %s | %s%n"
            .formatted(
                Spans.text(after),
                LOCAL.format(it.at().atZone(outlook.played().zone())),
                it.label(),
                plain(it.text()),
                plain(it.why())));
  }

  private void missing() {
    if (!outlook.missing().isEmpty()) {
      text.append("\nnot set here, so these would fail\n");
      outlook.missing().forEach((name, use) -> text.append("  %s (%s)%n".formatted(name, use)));
    }
  }

  private void row(String label, String value) {
    text.append("%-12s %s%n".formatted(label, value));
  }

  private static String plain(String line) {
    return line.replaceAll("\\p{Cntrl}", " ");
  }
}
