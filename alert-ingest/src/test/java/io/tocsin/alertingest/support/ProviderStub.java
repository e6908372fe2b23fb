package io.tocsin.alertingest.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** PagerDuty and Twilio, as far as alarms about ourselves know them. */
public final class ProviderStub implements AutoCloseable {
  private final List<JsonNode> pages = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public ProviderStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/enqueue",
        call -> {
          pages.add(ContractJson.MAPPER.readTree(body(call)));
          answer(call, 202);
        });
    server.createContext(
        "/2010-04-01/Accounts/AC1/Messages.json",
        call -> {
          texts.add(body(call));
          answer(call, 201);
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The events that PagerDuty got. */
  public List<JsonNode> pages() {
    return pages;
  }

  /** The forms that Twilio got. */
  public List<String> texts() {
    return texts;
  }

  private static String body(HttpExchange call) throws IOException {
    return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange call, int status) throws IOException {
    call.sendResponseHeaders(status, -1);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
