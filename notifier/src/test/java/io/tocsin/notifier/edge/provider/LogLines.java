package io.tocsin.notifier.edge.provider;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged from now on. */
final class LogLines implements AutoCloseable {
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  LogLines() {
    events.start();
    root().addAppender(events);
  }

  List<String> lines() {
    return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    root().detachAppender(events);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
