package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Heartbeats.Heartbeat;
import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.Phone;
import io.tocsin.sandbox.core.PhoneCall;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.http.Reception;
import io.tocsin.sandbox.edge.page.OverviewPage.Receiver;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A line for each kind of receiver: what it holds, and whether somebody has to act. */
final class Receivers {
  private Receivers() {}

  static List<Receiver> of(Reception reception, List<Heartbeat> beats, Instant now) {
    List<PagerDutyAlert> alerts = reception.alerts();
    long rings = count(alerts, each -> each.status() == PagerDutyAlert.Status.TRIGGERED);
    long taken = count(alerts, each -> each.status() == PagerDutyAlert.Status.ACKNOWLEDGED);
    List<PhoneCall> calls = reception.phone(Phone::calls);
    long calling = count(calls, call -> call.status().isWaiting());
    int texts = reception.phone(Phone::texts).size();
    long issues = count(reception.issues(), issue -> issue.state().open());
    int mails = reception.newest(each -> each.provider() == Provider.EMAIL, PagePaths.MAILS).size();
    int events =
        reception
            .newest(each -> each.provider() == Provider.DATADOG && each.taken(), PagePaths.EVENTS)
            .size();
    return List.of(
        new Receiver(
            "/pagerduty", "PagerDuty", rings + " triggered, " + taken + " acknowledged", rings > 0),
        new Receiver(
            "/slack",
            "Slack",
            reception.slack(
                slack ->
                    counted(slack.channels().size(), "channel")
                        + ", "
                        + counted(slack.messages().size(), "message")),
            false),
        new Receiver(
            "/phone",
            "Phone",
            counted(calling, "call") + " ringing, " + counted(texts, "text"),
            calling > 0),
        new Receiver("/mail", "Mail", counted(mails, "mail"), false),
        new Receiver("/github", "GitHub", counted(issues, "issue") + " open", false),
        new Receiver("/datadog", "Datadog", counted(events, "event"), false),
        new Receiver("/beats", "Heartbeats", last(beats, now), false));
  }

  private static String last(List<Heartbeat> beats, Instant now) {
    return beats.stream()
        .map(Heartbeat::last)
        .max(Comparator.naturalOrder())
        .map(last -> "the last " + Age.of(last, now))
        .orElse("none yet");
  }

  private static <T> long count(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).count();
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
