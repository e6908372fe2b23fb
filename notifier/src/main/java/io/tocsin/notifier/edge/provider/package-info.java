/** The way of every call to every provider, and what a channel must offer to be one. */
@NullMarked
package io.tocsin.notifier.edge.provider;

import org.jspecify.annotations.NullMarked;
