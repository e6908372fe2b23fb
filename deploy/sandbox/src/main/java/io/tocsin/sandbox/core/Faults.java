package io.tocsin.sandbox.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for requests; those of one provider come in the order they were asked. */
public final class Faults {

  private final List<Fault> pending = new ArrayList<>();

  /** Adds a fault behind those that wait. */
  public void add(Fault fault) {
    pending.add(fault);
  }

  /** The fault that the next request of this provider gets; it counts as used. */
  public Optional<Fault> next(Provider provider) {
    for (int i = 0; i < pending.size(); i++) {
      Fault fault = pending.get(i);
      if (fault.provider() == provider) {
        use(i, fault);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private void use(int position, Fault fault) {
    if (fault.count() > 1) {
      pending.set(position, fault.withCount(fault.count() - 1));
    } else {
      pending.remove(position);
    }
  }

  /** All faults that wait, each with the number of requests it still concerns. */
  public List<Fault> pending() {
    return List.copyOf(pending);
  }

  /** Forgets all faults. */
  public void clear() {
    pending.clear();
  }
}
