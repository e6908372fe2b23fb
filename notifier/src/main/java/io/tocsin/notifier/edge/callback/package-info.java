/** The way back from providers: their callbacks, proven, become commands and receipts. */
@NullMarked
package io.tocsin.notifier.edge.callback;

import org.jspecify.annotations.NullMarked;
