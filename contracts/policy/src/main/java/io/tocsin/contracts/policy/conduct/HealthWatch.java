package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;

/** How health is probed while stability is watched (RUN-06.2, RUN-06.3). */
@Says("how health is probed through the watch")
public record HealthWatch(
    @Says("how often") @Default("60s") @As(Form.WAIT) Duration probeEvery,
    @Says("failures in a row that are a relapse") @Default("3") int relapseAfter) {}
