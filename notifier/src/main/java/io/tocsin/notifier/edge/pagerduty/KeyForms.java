package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.Proof;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What can be known of routing keys without ringing anybody. Events API v2 has no request that
 * proves a key but an event, so a key of the right form may still be nobody's.
 */
final class KeyForms {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{32}");

  private final RoutingKeys keys;
  private final Supplier<Policies> policies;

  KeyForms(RoutingKeys keys, Supplier<Policies> policies) {
    this.keys = keys;
    this.policies = policies;
  }

  /**
   * @throws IOException when the host of {@code events} does not answer
   */
  Proof prove(OkHttpClient http, HttpUrl events) throws IOException {
    TreeSet<String> wrong = new TreeSet<>();
    List<Contact> paged = paged();
    for (Contact contact : paged) {
      try {
        if (!FORM.matcher(keys.of(contact)).matches()) {
          wrong.add(
              "what %s refers to is no routing key of 32 letters and digits"
                  .formatted(contact.methods().get(Channel.PAGERDUTY)));
        }
      } catch (CannotSend e) {
        wrong.add(e.reason().text());
      }
    }
    reach(http, events);
    return wrong.isEmpty()
        ? Proof.holds(
            "the host answers and %d contacts have a key of the right form; only an event would"
                    .formatted(paged.size())
                + " prove them")
        : Proof.refused(String.join("; ", wrong));
  }

  /** Roles, the people who may hold them, and the catch-all. */
  private List<Contact> paged() {
    Policies now = policies.get();
    Stream<Contact> people =
        now.teams().values().stream()
            .flatMap(
                team ->
                    team.onCall().people().keySet().stream()
                        .flatMap(id -> now.contact(team.code(), id).stream()));
    Stream<Contact> roles =
        Stream.concat(
            now.teams().values().stream().flatMap(team -> team.contacts().values().stream()),
            now.catchAll().contacts().values().stream());
    return Stream.concat(roles, people)
        .filter(contact -> contact.methods().containsKey(Channel.PAGERDUTY))
        .toList();
  }

  /** Whatever it answers at its root: it is there, and we trust its certificate. */
  private static void reach(OkHttpClient http, HttpUrl events) throws IOException {
    HttpUrl root = events.newBuilder().encodedPath("/").build();
    Request request = new Request.Builder().url(root).head().build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() >= 500) {
        throw new IOException("HTTP " + response.code());
      }
    }
  }
}
