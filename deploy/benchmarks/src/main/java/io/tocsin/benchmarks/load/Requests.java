package io.tocsin.benchmarks.load;

/** The requests of a pass, whole as they go over the wire. */
@FunctionalInterface
public interface Requests {
  /** The bytes of request {@code number}, counted from 0. */
  byte[] request(long number);
}
