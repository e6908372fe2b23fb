package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.yaml.Kind;
import io.tocsin.severityclassifier.core.Explanation;
import java.util.List;
import java.util.Set;

/** An outlook for a person at a terminal. */
public final class OutlookText {
  private static final List<Channel> TO_PEOPLE =
      List.of(Channel.PAGERDUTY, Channel.PHONE, Channel.SLACK, Channel.EMAIL, Channel.GITHUB);

  private final Outlook outlook;
  private final Policies policies;
  private final Lines lines;
  private final StringBuilder text = new StringBuilder();

  private OutlookText(Outlook outlook, Policies policies) {
    this.outlook = outlook;
    this.policies = policies;
    this.lines = new Lines(outlook.played(), policies);
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
    row("service", new Unknown(policies).service(it));
    row("team", "%s, %s".formatted(it.team(), Outlook.teamName(policies, it.team())));
    row("environment", it.alert().environment());
    row("severity", level(it));
    row("why", "%s: %s".formatted(it.decidedBy().name(), it.decidedBy().text()));
    new WhyText(explanation, outlook, policies).rows().forEach(this::row);
  }

  private static String level(ClassifiedAlert it) {
    if (!it.alarm()) {
      return "none: it opens no incident";
    }
    return it.unknown() ? it.severity() + "-unknown" : it.severity().name();
  }

  private void told() {
    text.append('\n');
    if (outlook.unanswered().told().isEmpty()) {
      text.append("nobody is told\n");
      return;
    }
    text.append(
        "what people are told if nobody answers (times of %s)%n"
            .formatted(outlook.played().zone()));
    text.append(
        "  RINGS is by phone or PagerDuty; a page by Slack or mail asks and rings nobody\n");
    text.append(senders());
    new Rotas(outlook, policies)
        .live()
        .forEach(rota -> text.append("  %s%n".formatted(rota.text())));
    text.append(lines.of(outlook.unanswered().told()));
    if (outlook.unanswered().again() != null) {
      text.append(
          "  %-8s %s%n      ladder     begins again%n"
              .formatted(
                  lines.after(outlook.unanswered().again()),
                  lines.local(outlook.unanswered().again())));
    }
    taken();
  }

  private String senders() {
    Set<Channel> installed = outlook.played().installed();
    List<String> names =
        TO_PEOPLE.stream().filter(installed::contains).map(Channel::wireName).toList();
    String all = Kind.oneOf(names).replace(" or ", " and ");
    return installed.containsAll(TO_PEOPLE)
        ? "  assuming that %s have a sender; see --installed%n".formatted(all)
        : "  with a sender for %s only, as --installed says%n".formatted(all);
  }

  private void taken() {
    Outlook.Taken taken = outlook.taken();
    if (taken == null) {
      return;
    }
    text.append(
        "%nwhat they are told once somebody acknowledges (as if %s did at %s)%n"
            .formatted(taken.by(), lines.after(taken.at())));
    text.append(taken.told().isEmpty() ? "  nothing\n" : lines.of(taken.told()));
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
}
