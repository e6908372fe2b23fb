package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** One call and its tries: asks right before each whether it is still wanted. */
final class Trying implements Callable<Answer> {
  private final ProviderCall call;
  private final Supplier<Optional<Reason>> objection;
  private volatile boolean begun;

  Trying(ProviderCall call, Supplier<Optional<Reason>> objection) {
    this.call = call;
    this.objection = objection;
  }

  /** Whether a try has left us. */
  boolean hasBegun() {
    return begun;
  }

  void cancel() {
    call.cancel();
  }

  @Override
  public Answer call() throws IOException, ProviderSaid, NoLongerWanted {
    Optional<Reason> unwanted = objection.get();
    if (unwanted.isPresent()) {
      throw new NoLongerWanted(unwanted.get());
    }
    begun = true;
    Answer answer = call.attempt();
    return switch (answer.kind()) {
      case ACCEPTED -> answer;
      case BUSY -> throw new ProviderSaid.Busy(answer.text());
      case REFUSED -> throw new ProviderSaid.Refused(answer.text());
    };
  }
}
