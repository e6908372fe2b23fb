package io.tocsin.sandbox;

import io.tocsin.sandbox.core.EventsPerMinute;
import io.tocsin.sandbox.core.Faults;
import io.tocsin.sandbox.core.GitHub;
import io.tocsin.sandbox.core.GitHubIssues;
import io.tocsin.sandbox.core.Heartbeats;
import io.tocsin.sandbox.core.PagerDuty;
import io.tocsin.sandbox.core.PagerDutyAlerts;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.core.Slack;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.disk.Requests;
import io.tocsin.sandbox.edge.http.CallbackSender;
import io.tocsin.sandbox.edge.http.People;
import io.tocsin.sandbox.edge.http.Reception;
import io.tocsin.sandbox.edge.http.SandboxPaths;
import io.tocsin.sandbox.edge.http.Webhooks;
import io.tocsin.sandbox.edge.json.SandboxJson;
import io.tocsin.sandbox.edge.page.PagePaths;
import io.tocsin.sandbox.edge.slack.SlackClasses;
import io.tocsin.sandbox.edge.smtp.MailServer;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the sandbox together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxWiring {

  @Bean
  SandboxJson sandboxJson() {
    return new SandboxJson();
  }

  @Bean(destroyMethod = "close")
  Requests requests(SandboxSettings settings, SandboxJson json) throws IOException {
    RecentRequests recent =
        new RecentRequests(settings.recordsInMemory(), settings.memory().toBytes());
    return new Requests(settings.dataDirectory(), settings.restored().toBytes(), recent, json);
  }

  @Bean
  Reception reception(SandboxSettings settings, Requests requests, SandboxJson json)
      throws IOException {
    PagerDuty pagerDuty =
        new PagerDuty(
            new PagerDutyAlerts(settings.pagerduty().alerts()),
            new EventsPerMinute(settings.pagerduty().eventsPerMinute()));
    GitHub gitHub = new GitHub(new GitHubIssues(settings.github().issues()));
    Slack slack =
        new Slack(
            new SlackWorkspace(settings.slack().messages()),
            new SlackClasses(),
            settings.slack().url());
    return new Reception(pagerDuty, gitHub, slack, new Faults(), requests, json, Clock.systemUTC());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  MailServer mailServer(SandboxSettings settings, Reception reception) {
    return new MailServer(settings.smtpPort(), reception);
  }

  @Bean
  CallbackSender callbackSender(SandboxSettings settings, SandboxJson json) {
    return new CallbackSender(settings.callbacks(), json);
  }

  @Bean
  Webhooks webhooks(SandboxSettings settings, CallbackSender sender) {
    return new Webhooks(sender, settings.callbacks().ofPrograms());
  }

  @Bean
  RouterFunction<ServerResponse> sandboxPaths(
      SandboxSettings settings,
      Reception reception,
      CallbackSender sender,
      Webhooks webhooks,
      SandboxJson json) {
    People people = new People(reception, sender);
    Heartbeats beats = new Heartbeats();
    return SandboxPaths.of(
        reception,
        people,
        webhooks,
        beats,
        json,
        paths ->
            PagePaths.add(
                paths, new PagePaths.Shown(reception, beats, settings.people()), people, json));
  }
}
