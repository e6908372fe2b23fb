package io.tocsin.notifier.edge.provider;

import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** The request that one piece of work makes at present, so that another thread can give it up. */
public final class CallUnderWay {
  private volatile @Nullable Call call;
  private volatile boolean cancelled;

  /** Follows {@code begun}, which is given up at once where that was asked for before. */
  public void follow(Call begun) {
    call = begun;
    if (cancelled) {
      begun.cancel();
    }
  }

  /** Gives up what is under way, and whatever would follow it. */
  public void cancel() {
    cancelled = true;
    Call now = call;
    if (now != null) {
      now.cancel();
    }
  }
}
