/**
 * What was accepted while Kafka was away, on disk until Kafka has it, in the order in which it was
 * answered. The files are in Kafka's own log format, written and read by Kafka's own classes.
 */
@NullMarked
package io.tocsin.alertingest.edge.spool;

import org.jspecify.annotations.NullMarked;
