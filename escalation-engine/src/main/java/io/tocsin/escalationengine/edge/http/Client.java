package io.tocsin.escalationengine.edge.http;

import java.util.List;
import org.springframework.http.HttpHeaders;

/** With what somebody calls the API, as the timeline tells it (RUN-04.1b). */
enum Client {
  /** A program of one's own. */
  API("api"),
  CONSOLE("console"),
  COMMAND_LINE("command-line");

  /** Says which it is; a caller that says nothing is a program. */
  static final String HEADER = "Tocsin-Client";

  private final String via;

  Client(String via) {
    this.via = via;
  }

  static Client of(HttpHeaders headers) {
    List<String> said = headers.getOrEmpty(HEADER);
    for (Client client : values()) {
      if (said.equals(List.of(client.via))) {
        return client;
      }
    }
    return API;
  }

  /** As an actor's {@code via}. */
  String via() {
    return via;
  }
}
