package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Says;
import java.util.Map;

/** {@code integrations.yaml}, as it is written. */
@Says("who may send alerts")
record IntegrationsFile(@Says("the senders, by name") Map<String, Integration> integrations) {}
