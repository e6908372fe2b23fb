package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Known;
import io.tocsin.allinone.cases.Known.Name;
import io.tocsin.allinone.cases.ProviderState;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of {@code given} as it is written. */
record OfStep(
    @Says("+2m, or a time; the start when left out") @Nullable String at, @Nullable Thing thing) {

  @Says("what happens")
  sealed interface Thing permits Sent, Posted, Recovered, Done, Turned, Away {}

  @Says("a sender says something")
  record Sent(
      OfAlert alert, @Says("judge it as if a rule had failed") @Default("false") boolean ruleFails)
      implements Thing {}

  @Says("a tool sends a body, and alert-ingest reads it")
  record Posted(
      OfWebhook webhook,
      @Says("judge it as if a rule had failed") @Default("false") boolean ruleFails)
      implements Thing {}

  @Says("the alert with this 'key' is over")
  record Recovered(String recovered) implements Thing {}

  @Says("a person does something")
  record Done(
      @Key("do") String act,
      @Says("say who does it, 'by: on-call'") String by,
      @Says("the only live one when left out") @Known(Name.INCIDENT) @Nullable String incident,
      @Known(Name.TEAM) @Nullable String team,
      @Says("a contact, or a level") @Nullable String to,
      @Nullable String reason,
      @Nullable String title,
      @Nullable String service,
      @Nullable String environment,
      @Nullable Severity severity,
      @Says("fields of what is to come") @Nullable Object with)
      implements Thing {}

  @Says("a provider changes")
  record Turned(
      Channel provider,
      @Says("say how it is, 'is: refusing'") ProviderState is,
      @Says("the end of the case when left out") @Nullable String until)
      implements Thing {}

  @Says("Tocsin itself is away")
  record Away(Duration down) implements Thing {}

  /** An alert as a case writes it; what a later one with the same key leaves out is as it was. */
  record OfAlert(
      @Says("what later steps call it") @Nullable String key,
      @Known(Name.INTEGRATION) @Nullable String integration,
      @Nullable String source,
      @Nullable Signal signal,
      @Says("the sender's own word for the signal") @Nullable String said,
      @Says("say what the alert says, or give the 'key' of one above") @Nullable String title,
      @Nullable String description,
      @Nullable String service,
      @Nullable String environment,
      @Says("what the sender calls it") @Nullable String level,
      Map<String, String> labels,
      @Says("the same one twice is a repeated delivery") @Nullable String delivery,
      @Says("the sender's time") @Nullable String occurred) {}

  /** A webhook. */
  record OfWebhook(
      @Known(Name.INTEGRATION) @Nullable String integration,
      @Nullable String source,
      @Says("write the body as the tool sends it, as YAML") Object body) {}
}
