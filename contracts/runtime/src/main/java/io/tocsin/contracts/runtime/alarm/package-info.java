/**
 * Alarms about Tocsin itself. They take their own way: the catch-all is called directly, without
 * Kafka and without the engine.
 */
@NullMarked
package io.tocsin.contracts.runtime.alarm;

import org.jspecify.annotations.NullMarked;
