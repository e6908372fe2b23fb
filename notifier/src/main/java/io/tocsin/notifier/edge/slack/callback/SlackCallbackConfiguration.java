package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Outcomes;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.slack.Answers;
import io.tocsin.notifier.edge.slack.SlackApi;
import io.tocsin.notifier.edge.slack.SlackNames;
import io.tocsin.notifier.edge.slack.SlackPeople;
import io.tocsin.notifier.edge.slack.SlackSettings;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Installs the way back from Slack. */
@Configuration(proxyBeanMethods = false)
public class SlackCallbackConfiguration {

  @Bean
  CallbackReceiver slackCallbacks(
      SlackSettings settings,
      SlackApi slack,
      SlackNames names,
      Supplier<Policies> policies,
      People people,
      Commands commands,
      Outcomes outcomes,
      References references,
      NotifierKafka kafka) {
    Asking asking =
        new Asking(
            new Persons(people, names, new SlackPeople(slack)),
            new Permits(policies),
            commands::publish,
            id -> outcomes.of(id).thenApply(OutcomeWords::of),
            Patience.SLACKS);
    Answers answers = new Answers(slack, settings);
    Forms forms = new Forms(asking, answers);
    return new SlackCallbacks(
        settings.signingSecret(),
        new Interactions(asking, answers, forms),
        new SlashCommands(asking, answers, forms, policies, () -> List.copyOf(kafka.open())),
        new Events(asking, answers, references, policies, kafka::standing));
  }
}
