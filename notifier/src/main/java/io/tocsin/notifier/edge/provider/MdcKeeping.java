package io.tocsin.notifier.edge.provider;

import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** Takes the log's context along to another thread. */
final class MdcKeeping {
  private MdcKeeping() {}

  static <T> Callable<T> of(Callable<T> task) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> {
      if (context != null) {
        MDC.setContextMap(context);
      }
      try {
        return task.call();
      } finally {
        MDC.clear();
      }
    };
  }
}
