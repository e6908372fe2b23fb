/** Whole topics, followed by every instance. */
@NullMarked
package io.tocsin.notifier.edge.topic;

import org.jspecify.annotations.NullMarked;
