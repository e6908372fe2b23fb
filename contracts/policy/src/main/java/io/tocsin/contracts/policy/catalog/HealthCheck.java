package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;

/** What is probed to know that a service is well (RUN-06.2). */
@Says("what is probed to know that the service is well")
public record HealthCheck(
    @Says("the address") @As(Form.WEB_ADDRESS) String url,
    @Says("the status that means well") @Default("200") int status,
    @Says("how long an answer may take") @Default("5s") @As(Form.WAIT) Duration within) {}
