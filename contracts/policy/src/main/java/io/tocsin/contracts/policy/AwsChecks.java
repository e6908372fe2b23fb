package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sender in AWS needs, and what means nothing for any other (RUN-03.1b). */
record AwsChecks(Integration sender, Places places) {
  private static final String CLOUDWATCH = "cloudwatch";
  private static final Set<String> AWS = Set.of(CLOUDWATCH, "eventbridge");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  void check(List<Flaw> flaws) {
    if (places.isBroken(sender, "source")) {
      return;
    }
    topics(flaws);
    accounts(flaws);
  }

  private void topics(List<Flaw> flaws) {
    boolean takesTopics = sender.source().equals(CLOUDWATCH);
    if (takesTopics && sender.topics().isEmpty() && !places.isBroken(sender, "topics")) {
      flaws.add(
          new Flaw(
              sender,
              "topics",
              "no topic may speak for it, so that it takes nothing",
              "list the ARNs of the SNS topics that its alarms come by"));
    } else if (!takesTopics && !sender.topics().isEmpty()) {
      flaws.add(
          new Flaw(
              sender,
              "topics",
              "%s has no SNS topics".formatted(sender.source()),
              "take this away, or make the source cloudwatch"));
    }
  }

  private void accounts(List<Flaw> flaws) {
    if (!AWS.contains(sender.source()) && !sender.accounts().isEmpty()) {
      flaws.add(
          new Flaw(
              sender,
              "accounts",
              "%s has no AWS accounts".formatted(sender.source()),
              "take this away; 'environment' says it for all of its alerts"));
      return;
    }
    for (String account : sender.accounts().keySet()) {
      if (!ACCOUNT.matcher(account).matches()) {
        flaws.add(
            new Flaw(
                sender,
                "accounts",
                "'%s' is no AWS account".formatted(account),
                "write its 12 digits, in quotes where they begin with 0"));
      }
    }
  }
}
