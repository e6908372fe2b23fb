package io.tocsin.notifier.edge.slack;

import io.tocsin.notifier.edge.provider.CallUnderWay;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets a call of the SDK, which hides it, be given up from another thread. */
final class UnderWay implements Interceptor {
  private static final ThreadLocal<UnderWay.Watch> WATCH = new ThreadLocal<>();

  /** The calls that one piece of work makes, one after the other. */
  static final class Watch {
    private final CallUnderWay call = new CallUnderWay();

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
      call.cancel();
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
      watch.call.follow(chain.call());
    }
    return chain.proceed(chain.request());
  }
}
