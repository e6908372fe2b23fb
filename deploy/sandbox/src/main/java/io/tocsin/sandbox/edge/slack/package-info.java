/** Slack's own classes, by which the stand-in reads what it is sent. */
@NullMarked
package io.tocsin.sandbox.edge.slack;

import org.jspecify.annotations.NullMarked;
