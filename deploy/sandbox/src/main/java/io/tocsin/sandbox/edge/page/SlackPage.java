package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Person;
import io.tocsin.sandbox.core.SlackIds;
import io.tocsin.sandbox.core.SlackMessage;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A channel as somebody sees it in Slack, newest first, and what is asked of them.
 *
 * @param self the user name of who looks
 * @param back what is asked for after a deed
 * @param channel shown; its name is empty where there is none yet
 */
record SlackPage(
    String self,
    List<Other> others,
    String back,
    List<Channel> channels,
    Channel channel,
    @Nullable SlackModal modal,
    List<SlackMessages.Message> messages) {
  private static final String NONE = "";

  /** Somebody that one can be. */
  record Other(String name, String title) {}

  /** A channel, or direct messages. */
  record Channel(String id, String name, String address, boolean here) {}

  static SlackPage of(SlackWorkspace slack, List<Person> people, SandboxJson json, Visit visit) {
    String self = self(slack, people, json, visit.text("as"));
    String user = SlackIds.user(self);
    List<Channel> channels = channels(slack, visit);
    Channel here =
        channels.stream()
            .filter(Channel::here)
            .findFirst()
            .orElse(new Channel(NONE, NONE, NONE, false));
    return new SlackPage(
        self,
        others(slack, people),
        visit.back(),
        channels,
        here,
        slack.views().of(user).map(SlackModal::of).orElse(null),
        new SlackMessages(slack, user, json).of(here.id()));
  }

  private static String self(
      SlackWorkspace slack, List<Person> people, SandboxJson json, String asked) {
    if (!asked.isBlank()) {
      return bare(asked.strip());
    }
    String team = team(slack, json);
    return people.stream()
        .filter(person -> !person.slack().isEmpty())
        .min(Comparator.comparing(person -> !person.team().equals(team)))
        .map(Person::slack)
        .or(() -> slack.people().values().stream().sorted().findFirst())
        .map(SlackPage::bare)
        .orElse("rx-on-call");
  }

  /** Whose incident was written of last; empty where none was. */
  private static String team(SlackWorkspace slack, SandboxJson json) {
    List<SlackMessage> newestFirst = new ArrayList<>(slack.messages());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .map(message -> incident(json.object(message.metadata().text()).orElse(Map.of())))
        .filter(incident -> incident.contains("-"))
        .findFirst()
        .map(incident -> incident.substring(0, incident.indexOf('-')))
        .orElse("");
  }

  private static String incident(Map<String, Object> metadata) {
    return metadata.get("event_payload") instanceof Map<?, ?> said
        ? String.valueOf(said.get("incident"))
        : "";
  }

  private static String bare(String name) {
    return name.replaceFirst("^@", "");
  }

  private static List<Other> others(SlackWorkspace slack, List<Person> people) {
    Map<String, String> titles = new TreeMap<>();
    slack.people().values().forEach(name -> titles.put(name, ""));
    people.stream()
        .filter(person -> !person.slack().isEmpty())
        .forEach(person -> titles.put(bare(person.slack()), person.title()));
    return titles.entrySet().stream()
        .map(each -> new Other(each.getKey(), each.getValue()))
        .toList();
  }

  private static List<Channel> channels(SlackWorkspace slack, Visit visit) {
    Map<String, String> all = slack.channels();
    String asked = visit.text("channel");
    String here =
        all.containsKey(asked)
            ? asked
            : all.entrySet().stream()
                .min(Map.Entry.comparingByValue(Comparator.comparing(SlackPage::shown)))
                .map(Map.Entry::getKey)
                .orElse(NONE);
    return all.entrySet().stream()
        .map(
            each ->
                new Channel(
                    each.getKey(),
                    shown(each.getValue()),
                    visit.with("channel", each.getKey()),
                    each.getKey().equals(here)))
        .sorted(Comparator.comparing(Channel::name))
        .toList();
  }

  private static String shown(String name) {
    return name.startsWith("@") ? name : "#" + name;
  }
}
