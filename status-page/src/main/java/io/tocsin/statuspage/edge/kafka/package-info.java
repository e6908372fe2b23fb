/** Reads {@code incidents} through Spring Cloud Stream's Kafka binder. */
@NullMarked
package io.tocsin.statuspage.edge.kafka;

import org.jspecify.annotations.NullMarked;
