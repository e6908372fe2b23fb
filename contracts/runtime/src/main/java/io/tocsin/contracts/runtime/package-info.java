/**
 * What every service's process does the same way: meet Kafka, tell the time, keep the policies. No
 * framework; each service wires it.
 */
@NullMarked
package io.tocsin.contracts.runtime;

import org.jspecify.annotations.NullMarked;
