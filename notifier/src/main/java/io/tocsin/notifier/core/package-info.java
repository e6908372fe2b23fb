/** What is decided about a notification: sent, withdrawn, dropped or skipped, and why. Pure. */
@NullMarked
package io.tocsin.notifier.core;

import org.jspecify.annotations.NullMarked;
