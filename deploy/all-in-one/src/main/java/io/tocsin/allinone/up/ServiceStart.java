package io.tocsin.allinone.up;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How one service is started as a sibling of the others.
 *
 * @param listener where it listens; its label is the service's name
 * @param start makes its context of properties that win over its own settings, and of the policies
 *     that all share: thousands of rules are loaded once, and change for all at the same moment
 */
public record ServiceStart(
    Listener listener,
    BiFunction<Map<String, Object>, LivePolicies, ConfigurableApplicationContext> start) {

  public String name() {
    return listener.label();
  }
}
