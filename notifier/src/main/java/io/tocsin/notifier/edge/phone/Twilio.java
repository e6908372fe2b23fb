package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Twilio's API of 2010-04-01, as far as it is needed. It knows no idempotency key. */
final class Twilio {
  private static final int PAGE_SIZE = 50;

  private final OkHttpClient http;
  private final HttpUrl account;
  private final String credentials;
  private final PhoneSettings settings;

  Twilio(OkHttpClient http, PhoneSettings settings) {
    this.http = http;
    this.settings = settings;
    this.account = HttpUrl.get(settings.apiUrl() + "/2010-04-01/Accounts/" + settings.accountSid());
    this.credentials = Credentials.basic(settings.accountSid(), settings.authToken());
  }

  PhoneSettings settings() {
    return settings;
  }

  /**
   * A call that Twilio has.
   *
   * @param status {@code queued}, {@code ringing}, …
   */
  record Placed(String sid, String from, String status, String body, Instant created) {
    /** Whether it has not been answered yet, and may be. */
    boolean isLive() {
      return status.equals("queued") || status.equals("initiated") || status.equals("ringing");
    }
  }

  /** What Twilio answered; {@code body} is empty where it was no JSON. */
  record Said(int status, JsonNode body) {
    String text(String name) {
      return body.path(name).asString("");
    }
  }

  /** {@code POST} to {@code Calls} or {@code Messages}, or below. */
  Said post(String resource, FormBody form, Consumer<Call> underWay) throws IOException {
    return exchange(new Request.Builder().url(url(resource).build()).post(form), underWay);
  }

  /** The latest to {@code number}, the latest first. */
  List<Placed> list(String resource, String number, Consumer<Call> underWay) throws IOException {
    HttpUrl url =
        url(resource)
            .addQueryParameter("To", number)
            .addQueryParameter("PageSize", Integer.toString(PAGE_SIZE))
            .build();
    List<Placed> found = new ArrayList<>();
    String member = resource.toLowerCase(Locale.ROOT);
    for (JsonNode each : got(url, underWay).path(member)) {
      found.add(
          new Placed(
              each.path("sid").asString(""),
              each.path("from").asString(""),
              each.path("status").asString(""),
              each.path("body").asString(""),
              time(each.path("date_created").asString(""))));
    }
    return found;
  }

  /** The addresses of ours that Twilio has called for a call. */
  List<String> callbacks(String sid, Consumer<Call> underWay) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (JsonNode event : got(url("Calls/" + sid + "/Events").build(), underWay).path("events")) {
      addresses.add(event.path("request").path("url").asString(""));
    }
    return addresses;
  }

  /** Our account. */
  Said account() throws IOException {
    return exchange(
        new Request.Builder().url(HttpUrl.get(account + ".json")).get(), underWay -> {});
  }

  private JsonNode got(HttpUrl url, Consumer<Call> underWay) throws IOException {
    Said said = exchange(new Request.Builder().url(url).get(), underWay);
    if (said.status() / 100 != 2) {
      throw new IOException("Twilio did not say what it has: HTTP " + said.status());
    }
    return said.body();
  }

  private HttpUrl.Builder url(String resource) {
    return account.newBuilder().addPathSegments(resource + ".json");
  }

  private Said exchange(Request.Builder request, Consumer<Call> underWay) throws IOException {
    Call call = http.newCall(request.header("Authorization", credentials).build());
    underWay.accept(call);
    try (Response response = call.execute()) {
      return new Said(response.code(), json(response.body().string()));
    }
  }

  private static JsonNode json(String body) {
    try {
      return ContractJson.MAPPER.readTree(body.isBlank() ? "{}" : body);
    } catch (JacksonException notJson) {
      return ContractJson.MAPPER.createObjectNode();
    }
  }

  private static Instant time(String said) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said));
    } catch (DateTimeParseException unsaid) {
      return Instant.EPOCH;
    }
  }
}
