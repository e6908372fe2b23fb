/** The engine on Kafka Streams: one transaction for each step, timers that survive us. */
@NullMarked
package io.tocsin.escalationengine.edge.kafka;

import org.jspecify.annotations.NullMarked;
