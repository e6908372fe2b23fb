package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Outcomes;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.PinnedWords;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs the telephone, both ways. */
@Configuration(proxyBeanMethods = false)
public class PhoneConfiguration {

  @Bean
  PhoneDesk phoneDesk(
      Environment environment,
      Supplier<Policies> policies,
      PinnedWords words,
      References references,
      ObjectProvider<NotifierKafka> kafka) {
    PhoneSettings settings =
        Binder.get(environment).bindOrCreate("tocsin.notifier.phone", PhoneSettings.class);
    ReplyCodes codes = new ReplyCodes(settings.authToken(), () -> kafka.getObject().installation());
    return new PhoneDesk(
        settings,
        new Numbers(policies, name -> Optional.ofNullable(environment.getProperty(name))),
        new PhoneWords(words::of, codes),
        codes,
        new SpokenPages(),
        references);
  }

  @Bean
  ChannelSender phone(PhoneDesk desk) {
    return new PhoneChannel(client(desk.settings()), desk);
  }

  static OkHttpClient client(PhoneSettings settings) {
    return ProviderHttp.client(settings.attemptLimit()).build();
  }

  @Bean
  CallbackReceiver phoneReceiver(
      PhoneDesk desk,
      Commands commands,
      Outcomes outcomes,
      Supplier<Policies> policies,
      ObjectProvider<NotifierKafka> kafka) {
    Outbox outbox = Outbox.to(commands);
    Engine engine =
        new Engine(
            outbox,
            outcomes::of,
            new Verdicts(incident -> kafka.getObject().standing(incident), policies),
            Engine.PATIENCE);
    Script script = new Script(desk.settings().callbacksUrl());
    PressedCalls pressed = new PressedCalls();
    return new PhoneReceiver(
        desk.settings(),
        new CallTalk(outbox, engine, script, desk.spoken(), pressed),
        new CallProgress(outbox, pressed),
        new TextReplies(
            engine, script, desk.numbers(), desk.codes(), () -> kafka.getObject().open()),
        new TextProgress(outbox));
  }
}
