package io.tocsin.sandbox.edge.http;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.PagerDutyPayload;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page that shows the newest messages; everything that was sent is escaped. */
final class MessagesPage {

  private static final int LONGEST_BODY = 4_000;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final SandboxJson json;

  MessagesPage(SandboxJson json) {
    this.json = json;
  }

  /** The whole page; both lists come newest first. */
  String html(List<PagerDutyAlert> alerts, List<ReceivedRequest> requests, boolean refreshes) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        %s<title>Tocsin sandbox</title>
        <link rel="stylesheet" href="/sandbox.css">
        </head>
        <body>
        <header>
        <h1>Tocsin sandbox</h1>
        <p>Messages as their receivers would see them. Nobody real is told anything.</p>
        <nav aria-label="Sandbox">%s <a href="/requests?limit=100">Requests as JSON</a>
        <a href="/pagerduty/alerts">Alerts as JSON</a> <a href="/faults">Faults</a></nav>
        </header>
        <main>
        <section aria-labelledby="pagerduty"><h2 id="pagerduty">PagerDuty</h2>
        %s</section>
        <section aria-labelledby="others"><h2 id="others">Everything else</h2>
        %s</section>
        </main>
        </body>
        </html>
        """
        .formatted(
            refreshes ? "<meta http-equiv=\"refresh\" content=\"5\">\n" : "",
            refreshes
                ? "<a href=\"/?refresh=off\">Stop refreshing</a>"
                : "<a href=\"/\">Refresh every 5 seconds</a>",
            listOr("Nobody has been paged yet.", alerts.stream().map(this::alert).toList()),
            listOr("No other message has come yet.", requests.stream().map(this::raw).toList()));
  }

  private static String listOr(String nothing, List<String> items) {
    return items.isEmpty() ? "<p class=\"nothing\">" + nothing + "</p>\n" : String.join("", items);
  }

  private String alert(PagerDutyAlert alert) {
    PagerDutyPayload payload = alert.payload();
    String status = alert.status().name().toLowerCase(Locale.ROOT);
    return """
        <article class="alert %s">
        <p class="marks"><span class="mark status">%s</span>
        <span class="mark %s">%s</span> <span class="rings">%s</span></p>
        <h3>%s</h3>
        <p class="times">%s</p>
        <dl>%s%s</dl>
        %s</article>
        """
        .formatted(
            status,
            status,
            htmlEscape(payload.severity()),
            htmlEscape(payload.severity()),
            alert.rings() == 1 ? "rang once" : "rang " + alert.rings() + " times",
            htmlEscape(payload.summary()),
            times(alert.times()),
            detail("source", payload.source()) + detail("key", alert.key().dedupKey()),
            payload.details().entrySet().stream()
                .map(each -> detail(each.getKey(), shown(each.getValue())))
                .collect(Collectors.joining()),
            links(payload.links()));
  }

  private static String times(PagerDutyAlert.Times times) {
    return "Triggered "
        + time(times.triggered())
        + timeAfter(" · acknowledged ", times.acknowledged())
        + timeAfter(" · resolved ", times.resolved());
  }

  private static String timeAfter(String word, @Nullable Instant when) {
    return when == null ? "" : word + time(when);
  }

  private static String time(Instant when) {
    return "<time datetime=\"" + when + "\">" + WHEN.format(when) + "</time>";
  }

  private String shown(Object value) {
    return value instanceof String text ? text : json.text(value);
  }

  private static String detail(String name, String value) {
    return "<dt>" + htmlEscape(name) + "</dt><dd>" + htmlEscape(value) + "</dd>\n";
  }

  private static String links(List<PagerDutyPayload.Link> links) {
    if (links.isEmpty()) {
      return "";
    }
    return links.stream()
        .map(MessagesPage::link)
        .collect(Collectors.joining("</li><li>", "<ul class=\"links\"><li>", "</li></ul>\n"));
  }

  private static String link(PagerDutyPayload.Link link) {
    String href = htmlEscape(link.href());
    String text = link.text().isEmpty() ? href : htmlEscape(link.text());
    boolean leadsToAPage = link.href().matches("(?i)https?://.*");
    return leadsToAPage ? "<a href=\"" + href + "\">" + text + "</a>" : text + " (" + href + ")";
  }

  private String raw(ReceivedRequest request) {
    String body = json.indented(request.body());
    String cut = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + " …" : body;
    return """
        <article>
        <p class="marks"><span class="mark">%s</span> %s</p>
        <h3><code>%s %s</code></h3>
        %s</article>
        """
        .formatted(
            request.provider().word(),
            time(request.at()),
            htmlEscape(request.method()),
            htmlEscape(request.path()),
            cut.isBlank() ? "" : "<pre>" + htmlEscape(cut) + "</pre>\n");
  }
}
