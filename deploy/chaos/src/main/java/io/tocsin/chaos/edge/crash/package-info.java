/** Kills the notifier at named points of a send, again and again, and counts what was received. */
@NullMarked
package io.tocsin.chaos.edge.crash;

import org.jspecify.annotations.NullMarked;
