package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.SecretReferences;
import io.tocsin.contracts.runtime.RoutingKey;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The PagerDuty routing key of the catch-all's first rung that has one, looked up anew each time so
 * that it can be mended live.
 */
public final class CatchAllKey {
  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;
  private final boolean standIns;

  /**
   * @param secrets the value of a name, if it is set
   * @param standIns whether an unset key is replaced by one made from its name: for the sandbox,
   *     which takes any
   */
  public CatchAllKey(
      Supplier<Policies> policies, Function<String, Optional<String>> secrets, boolean standIns) {
    this.policies = policies;
    this.secrets = secrets;
    this.standIns = standIns;
  }

  String resolve() throws AlarmFailed {
    String name =
        reference()
            .orElseThrow(
                () ->
                    new AlarmFailed(
                        "nobody in the catch-all's ladder has a pagerduty method of the form"
                            + " ${NAME}; give one in catch-all.yaml",
                        null));
    return RoutingKey.of(name, secrets, standIns)
        .orElseThrow(
            () -> new AlarmFailed("set " + name + ", the catch-all's PagerDuty key", null));
  }

  private Optional<String> reference() {
    return LastResort.address(policies.get(), Channel.PAGERDUTY).flatMap(SecretReferences::name);
  }
}
