package io.tocsin.notifier.edge.slack;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;

/** A step on its way through the pipeline: each try goes on where the one before broke off. */
final class SlackCall implements ProviderCall {
  private final String limitedBy;
  private final int perMinute;
  private final Step step;
  private final UnderWay.Watch watch = new UnderWay.Watch();

  /** What is to be done; done already, it does nothing again. */
  interface Step {
    Answer take() throws IOException, SlackSaid;

    /** It may have been done before, as by a life of ours that ended too early. */
    default void maybeSent() {}
  }

  SlackCall(String limitedBy, int perMinute, Step step) {
    this.limitedBy = limitedBy;
    this.perMinute = perMinute;
    this.step = step;
  }

  @Override
  public String limitedBy() {
    return limitedBy;
  }

  @Override
  public int perMinute() {
    return perMinute;
  }

  @Override
  public void maybeSent() {
    step.maybeSent();
  }

  @Override
  public Answer attempt() throws IOException {
    try {
      return watch.over(step::take);
    } catch (SlackSaid e) {
      return e.answer();
    }
  }

  @Override
  public void cancel() {
    watch.cancel();
  }
}
