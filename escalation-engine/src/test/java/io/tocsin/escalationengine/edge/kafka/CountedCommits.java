package io.tocsin.escalationengine.edge.kafka;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Counts how often processors ask for a commit, which the test driver tells nobody. */
public final class CountedCommits implements ProcessorWrapper {
  private static final AtomicInteger ASKED = new AtomicInteger();

  static void reset() {
    ASKED.set(0);
  }

  static int asked() {
    return ASKED.get();
  }

  @Override
  public <A, B, C, D> WrappedProcessorSupplier<A, B, C, D> wrapProcessorSupplier(
      String name, ProcessorSupplier<A, B, C, D> supplier) {
    return new WrappedProcessorSupplier<>() {
      @Override
      public Processor<A, B, C, D> get() {
        return new Counted<>(supplier.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return supplier.stores();
      }
    };
  }

  @Override
  public <A, B, D> WrappedFixedKeyProcessorSupplier<A, B, D> wrapFixedKeyProcessorSupplier(
      String name, FixedKeyProcessorSupplier<A, B, D> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private record Counted<A, B, C, D>(Processor<A, B, C, D> processor)
      implements Processor<A, B, C, D> {

    @Override
    @SuppressWarnings("unchecked")
    public void init(ProcessorContext<C, D> context) {
      processor.init(
          (ProcessorContext<C, D>)
              Proxy.newProxyInstance(
                  ProcessorContext.class.getClassLoader(),
                  new Class<?>[] {ProcessorContext.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                      ASKED.incrementAndGet();
                    }
                    try {
                      return method.invoke(context, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }));
    }

    @Override
    public void process(Record<A, B> record) {
      processor.process(record);
    }

    @Override
    public void close() {
      processor.close();
    }
  }
}
