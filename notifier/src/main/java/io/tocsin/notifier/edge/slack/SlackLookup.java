package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.runtime.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the ids of whom the policies name: a user group by its handle, a person by their mail
 * address. Apart from all messages, so that none waits for it.
 */
final class SlackLookup implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackLookup.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  /** Groups are made and people come: each 10 minutes everybody is asked for anew. */
  private static final int LOOKS = 20;

  private final SlackApi slack;
  private final SlackNames names;
  private final Supplier<NamedInPolicy> wanted;
  private SlackDirectory directory;
  private SlackNames.Found found = new SlackNames.Found(Map.of(), Map.of());
  private String told = "";
  private int looks;
  private @Nullable ScheduledExecutorService schedule;

  SlackLookup(SlackApi slack, SlackNames names, Supplier<NamedInPolicy> wanted) {
    this.slack = slack;
    this.names = names;
    this.wanted = wanted;
    this.directory = new SlackDirectory(slack);
  }

  synchronized void start() {
    ScheduledExecutorService made = Background.thread("slack-names");
    made.scheduleWithFixedDelay(this::lookOn, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    schedule = made;
  }

  private void lookOn() {
    try {
      if (++looks % LOOKS == 0) {
        anew();
      }
      look();
    } catch (RuntimeException e) {
      log.debug("the names of the policies are not looked up in Slack now", e);
    }
  }

  /** Slack is asked for everybody anew; what was found holds until then. */
  void anew() {
    directory = new SlackDirectory(slack);
  }

  /** Asks for whom is not known yet. */
  void look() {
    NamedInPolicy named = wanted.get();
    if (named.isNobody()) {
      return;
    }
    Map<String, String> groups = found.groups();
    Map<String, String> people = new HashMap<>(found.people());
    people.keySet().retainAll(named.mails().keySet());
    try {
      groups = named.tags().isEmpty() ? Map.of() : directory.groups();
      for (Map.Entry<String, String> each : named.mails().entrySet()) {
        directory
            .account(each.getValue())
            .ifPresentOrElse(
                id -> people.put(each.getKey(), id), () -> people.remove(each.getKey()));
      }
      know(new SlackNames.Found(groups, people));
      tell(news(named));
    } catch (IOException | SlackSaid e) {
      know(new SlackNames.Found(groups, people));
      log.debug("names are looked up in Slack again later: {}", e.getMessage());
    }
  }

  private void know(SlackNames.Found now) {
    found = now;
    names.know(now);
  }

  private String news(NamedInPolicy named) {
    if (!directory.refusal().isEmpty()) {
      return "Slack does not say whom the policies name (%s): give the app the scopes"
              .formatted(directory.refusal())
          + " usergroups:read and users:read.email, or write ids (S…, U…) into the policies";
    }
    Set<String> nowhere = new TreeSet<>(named.tags());
    nowhere.addAll(named.mails().keySet());
    nowhere.removeIf(name -> names.group(name).isPresent() || names.person(name).isPresent());
    return nowhere.isEmpty()
        ? ""
        : ("Slack has neither a user group of that name nor an account of that mail address for"
                + " %s: nobody is tagged there; write ids (S…, U…) into the policies")
            .formatted(String.join(", ", nowhere));
  }

  private void tell(String news) {
    if (!news.isEmpty() && !news.equals(told)) {
      log.info("{}", news);
    }
    told = news;
  }

  @Override
  public synchronized void close() {
    if (schedule != null) {
      schedule.shutdownNow();
    }
  }
}
