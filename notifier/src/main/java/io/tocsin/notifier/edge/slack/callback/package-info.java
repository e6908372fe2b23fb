/** What people do in Slack: buttons, forms, the slash command, reactions and comments. */
@NullMarked
package io.tocsin.notifier.edge.slack.callback;

import org.jspecify.annotations.NullMarked;
