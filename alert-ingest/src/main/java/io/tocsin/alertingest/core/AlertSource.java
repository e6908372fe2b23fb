package io.tocsin.alertingest.core;

/**
 * One outside format. A source is one bean: being there registers it under its name, and {@code
 * POST /webhooks/{name}/{integration-key}} exists.
 */
public interface AlertSource {

  /** Its part of the path, and the {@code source} of its alerts. */
  String name();

  /**
   * What an authenticated delivery says. Each alert that cannot be understood is named, never
   * dropped, and never in the way of the others.
   *
   * @throws Unreadable when nothing of the body can be understood
   */
  ParseResult parse(Webhook webhook) throws Unreadable;
}
