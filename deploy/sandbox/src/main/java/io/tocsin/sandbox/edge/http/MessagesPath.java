package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /}: the newest messages as their receivers would see them. */
final class MessagesPath {

  private static final int SHOWN = 50;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Reception reception;
  private final SandboxJson json;

  MessagesPath(Reception reception, SandboxJson json) {
    this.reception = reception;
    this.json = json;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    boolean refreshes = request.queryParam("refresh").filter("off"::equals).isEmpty();
    String page = new MessagesPage(json).html(alerts(), otherRequests(), refreshes);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .bodyValue(page);
  }

  private List<PagerDutyAlert> alerts() {
    Comparator<PagerDutyAlert> byLastEvent =
        Comparator.comparing(alert -> alert.times().lastEvent());
    return reception.alerts().stream().sorted(byLastEvent.reversed()).limit(SHOWN).toList();
  }

  private List<ReceivedRequest> otherRequests() {
    List<ReceivedRequest> requests = new ArrayList<>();
    reception
        .newest(each -> !each.taken() || each.provider() != Provider.PAGERDUTY, SHOWN)
        .forEach(each -> requests.add(json.request(each)));
    Collections.reverse(requests);
    return requests;
  }
}
