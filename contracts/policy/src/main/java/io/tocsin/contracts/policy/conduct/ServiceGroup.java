package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;

/** A group of services that is more than its parts when all have the same fact (RUN-02.1c). */
@Says("a group of services that fails as one")
public record ServiceGroup(
    @Key String name,
    @Says("the fact that every service of the group must have") @As(Form.NAME) String whenAll,
    @Says("the level of the incident over them") Severity level,
    @Says("its title") String title) {}
