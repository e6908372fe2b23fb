/** Slack: an incident's first message, what is said in its thread, and how it is kept true. */
@NullMarked
package io.tocsin.notifier.edge.slack;

import org.jspecify.annotations.NullMarked;
