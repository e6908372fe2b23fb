package io.tocsin.contracts.runtime.policy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** {@code tocsin.policy.*}: whether the files on disk are what runs, and since when. */
public final class PolicyMetrics implements MeterBinder {
  private final LivePolicies policies;

  public PolicyMetrics(LivePolicies policies) {
    this.policies = policies;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "tocsin.policy.reload.refused", policies, it -> it.standing().refused() == null ? 0 : 1)
        .description("1 while the policy files on disk are not what runs")
        .register(registry);
    TimeGauge.builder(
            "tocsin.policy.loaded",
            policies,
            TimeUnit.MILLISECONDS,
            it -> it.standing().since().toEpochMilli())
        .description("When the policy that runs was taken, in Unix time")
        .register(registry);
    Gauge.builder("tocsin.policy.oncall.unread", policies, LivePolicies::away)
        .description("Roles whose PagerDuty schedule cannot be read; who was known goes on")
        .register(registry);
    count(registry, "taken", it -> it.standing().taken());
    count(registry, "refused", it -> it.standing().refusals());
  }

  private void count(MeterRegistry registry, String outcome, ToDoubleFunction<LivePolicies> of) {
    FunctionCounter.builder("tocsin.policy.reloads", policies, of)
        .description("Changes of the policy files, by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
