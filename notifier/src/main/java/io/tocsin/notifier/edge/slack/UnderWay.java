package io.tocsin.notifier.edge.slack;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Lets a call of the SDK, which hides it, be given up from another thread. */
final class UnderWay implements Interceptor {
  private static final ThreadLocal<UnderWay.Watch> WATCH = new ThreadLocal<>();

  /** The calls that one piece of work makes, one after the other. */
  static final class Watch {
    private volatile @Nullable Call call;
    private volatile boolean cancelled;

    /** Runs {@code work} on this thread, watched. */
    <T> T over(Work<T> work) throws IOException, SlackSaid {
      WATCH.set(this);
      try {
        return work.run();
      } finally {
        WATCH.remove();
      }
    }

    void cancel() {
      cancelled = true;
      Call now = call;
      if (now != null) {
        now.cancel();
      }
    }

    private void begun(Call made) {
      call = made;
      if (cancelled) {
        made.cancel();
      }
    }
  }

  /** Something that calls Slack. */
  interface Work<T> {
    T run() throws IOException, SlackSaid;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Watch watch = WATCH.get();
    if (watch != null) {
      watch.begun(chain.call());
    }
    return chain.proceed(chain.request());
  }
}
