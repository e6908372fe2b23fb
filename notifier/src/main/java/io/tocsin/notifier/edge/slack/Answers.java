package io.tocsin.notifier.edge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.tocsin.contracts.events.IncidentId;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only one person sees: sentences for them alone, and forms. A failure is only logged. */
public final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final SlackApi slack;
  private final HttpUrl api;

  public Answers(SlackApi slack, SlackSettings settings) {
    this.slack = slack;
    this.api = HttpUrl.get(settings.apiUrl());
  }

  /** Says {@code words} where Slack asked for an answer; only to Slack's own addresses. */
  public void respond(String responseUrl, String words) {
    if (!isSlacks(responseUrl)) {
      log.warn("an answer is not sent: response_url does not lead to Slack");
      return;
    }
    try (Response response = slack.post(responseUrl, ephemeral(words))) {
      if (!response.isSuccessful()) {
        log.warn("Slack did not take an answer: HTTP {}", response.code());
      }
    } catch (IOException e) {
      log.warn("Slack did not take an answer: {}", e.toString());
    }
  }

  private boolean isSlacks(String url) {
    URI uri = URI.create(url);
    boolean real = "https".equals(uri.getScheme()) && "hooks.slack.com".equals(uri.getHost());
    return real || (api.host().equals(uri.getHost()) && api.port() == port(uri));
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? HttpUrl.defaultPort(String.valueOf(uri.getScheme())) : uri.getPort();
  }

  /** The body of an answer that only the asker sees. */
  public static Map<String, Object> ephemeral(String words) {
    return Map.of("response_type", "ephemeral", "replace_original", false, "text", escaped(words));
  }

  /** Says {@code words} to {@code user} alone, in the thread of {@code place}. */
  public void whisper(Place place, String user, String words) {
    whisper(place, user, words, List.of(Blocks.section(escaped(words))));
  }

  /** The same with a button that acknowledges. */
  public void offer(Place place, String user, String words, IncidentId incident) {
    whisper(
        place,
        user,
        words,
        List.of(
            Blocks.section(escaped(words)), Blocks.actions(List.of(Press.acknowledge(incident)))));
  }

  private void whisper(Place place, String user, String words, List<LayoutBlock> blocks) {
    try {
      slack.call(
          "chat.postEphemeral",
          methods ->
              methods.chatPostEphemeral(
                  it ->
                      it.channel(place.channel())
                          .threadTs(place.ts())
                          .user(user)
                          .text(escaped(words))
                          .blocks(blocks)
                          .linkNames(false)));
    } catch (IOException | SlackSaid e) {
      log.warn("Slack did not take a word to {}: {}", user, e.getMessage());
    }
  }

  /**
   * Opens a form.
   *
   * @return whether Slack showed it
   */
  public boolean open(String triggerId, View view) {
    try {
      slack.call(
          "views.open", methods -> methods.viewsOpen(it -> it.triggerId(triggerId).view(view)));
      return true;
    } catch (IOException | SlackSaid e) {
      log.warn("Slack did not open a form: {}", e.getMessage());
      return false;
    }
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
