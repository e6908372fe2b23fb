package io.tocsin.allinone.up;

import io.tocsin.allinone.up.Ports.Listener;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How one service is started as a sibling of the others.
 *
 * @param listener where it listens; its label is the service's name
 * @param start makes its context of properties that win over its own settings
 */
public record ServiceStart(
    Listener listener, Function<Map<String, Object>, ConfigurableApplicationContext> start) {

  public String name() {
    return listener.label();
  }
}
