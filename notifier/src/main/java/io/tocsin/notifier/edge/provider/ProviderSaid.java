package io.tocsin.notifier.edge.provider;

/** An answer that is no acceptance, on its way out through the guards. */
abstract sealed class ProviderSaid extends Exception {
  private static final long serialVersionUID = 1L;

  private ProviderSaid(String text) {
    super(text);
  }

  /** It may pass: tried again, and counted against the provider. */
  static final class Busy extends ProviderSaid {
    private static final long serialVersionUID = 1L;

    Busy(String text) {
      super(text);
    }
  }

  /** It will not pass: our fault, not the provider's. */
  static final class Refused extends ProviderSaid {
    private static final long serialVersionUID = 1L;

    Refused(String text) {
      super(text);
    }
  }
}
