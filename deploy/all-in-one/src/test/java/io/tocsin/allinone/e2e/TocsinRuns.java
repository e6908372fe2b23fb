package io.tocsin.allinone.e2e;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One running Tocsin for the tests of a class; its logs are told when one of them fails. */
final class TocsinRuns
    implements BeforeAllCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private final Preparation preparation;
  private RunningTocsin tocsin;

  private TocsinRuns(Preparation preparation) {
    this.preparation = preparation;
  }

  static TocsinRuns after(Preparation preparation) {
    return new TocsinRuns(preparation);
  }

  RunningTocsin tocsin() {
    return tocsin;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    tocsin = preparation.prepare();
    try {
      tocsin.start();
    } catch (IOException | RuntimeException e) {
      System.err.println(tocsin.tail());
      tocsin.close();
      throw e;
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    System.err.println(tocsin.tail());
    throw thrown;
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    System.err.println(tocsin.tail());
    throw thrown;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (tocsin != null) {
      tocsin.close();
    }
  }

  /** Makes the folders and chooses the ports. */
  @FunctionalInterface
  interface Preparation {
    RunningTocsin prepare() throws IOException;
  }
}
