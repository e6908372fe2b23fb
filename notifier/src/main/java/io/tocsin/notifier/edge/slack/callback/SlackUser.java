package io.tocsin.notifier.edge.slack.callback;

/**
 * Who did something in Slack.
 *
 * @param id Slack's: {@code U0AB12CD3}
 * @param name the user name; empty where Slack does not say it
 */
record SlackUser(String id, String name) {}
