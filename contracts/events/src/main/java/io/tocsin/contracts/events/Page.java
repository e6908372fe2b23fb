package io.tocsin.contracts.events;

/**
 * A page that must ring, until it is resolved at its provider.
 *
 * @param n the incident's own count: what makes the provider's key new, so that it rings
 * @param accepted whether the provider took it
 */
public record Page(
    int n, NotificationId notification, Channel channel, String recipient, boolean accepted) {}
