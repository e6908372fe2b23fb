/** Messages to providers, once each; what became of them back to the engine. */
@NullMarked
package io.tocsin.notifier;

import org.jspecify.annotations.NullMarked;
