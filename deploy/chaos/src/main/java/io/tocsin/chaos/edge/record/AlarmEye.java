package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Which of Tocsin's own alarms ring, as the catch-all sees it at PagerDuty. */
public final class AlarmEye {
  private final String url;
  private final HttpCalls calls;

  /**
   * @param sandbox where the stand-in for PagerDuty is
   */
  public AlarmEye(String sandbox, HttpCalls calls) {
    this.url = sandbox + "/pagerduty/alerts";
    this.calls = calls;
  }

  /** What still rings; empty when nothing does. */
  public List<String> ringing() {
    try {
      return ContractJson.MAPPER
          .readTree(calls.get(url).body())
          .valueStream()
          .filter(alert -> !alert.path("status").asString("").equals("resolved"))
          .map(alert -> AlarmKey.ofDedupKey(alert.path("dedup_key").asString("")))
          .flatMap(Optional::stream)
          .map(AlarmKey::trouble)
          .toList();
    } catch (IOException notNow) {
      return List.of("nobody can tell which");
    }
  }
}
