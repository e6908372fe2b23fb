package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.util.List;

/** Where something waits for somebody, and what arrived, as it arrived. */
record OverviewPage(List<Receiver> receivers, List<Raw> requests) {
  private static final int LONGEST_BODY = 4_000;

  /**
   * One kind of receiver.
   *
   * @param waits whether somebody has to act
   */
  record Receiver(String address, String label, String standing, boolean waits) {}

  record Raw(String provider, Moment at, String method, String path, String body) {}

  static Raw raw(ReceivedRequest request, SandboxJson json) {
    String body = json.indented(request.body());
    return new Raw(
        request.provider().word(),
        Moment.of(request.at()),
        request.method(),
        request.path(),
        body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + " …" : body);
  }
}
