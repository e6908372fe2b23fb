package io.tocsin.escalationengine.edge.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Where the catch-all is called: takes every event and every text, and keeps them. */
final class CatchAllStub implements AutoCloseable {
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  CatchAllStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v2/enqueue",
        call -> {
          events.add(ContractJson.MAPPER.readTree(call.getRequestBody().readAllBytes()));
          call.sendResponseHeaders(202, -1);
          call.close();
        });
    server.createContext(
        "/2010-04-01/Accounts/AC1/Messages.json",
        call -> {
          texts.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
          call.sendResponseHeaders(201, -1);
          call.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** {@code trigger <dedup key>} and {@code resolve <dedup key>}, in order. */
  List<String> said() {
    return events.stream()
        .map(
            event ->
                event.path("event_action").stringValue()
                    + " "
                    + event.path("dedup_key").stringValue())
        .toList();
  }

  /** The forms of the texts, in order. */
  List<String> texts() {
    return texts;
  }

  String summary(int number) {
    return events.get(number).at("/payload/summary").stringValue();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
