/** Alerts and quarantine in Kafka, and whether Kafka is there. */
@NullMarked
package io.tocsin.alertingest.edge.kafka;

import org.jspecify.annotations.NullMarked;
