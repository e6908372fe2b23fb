/**
 * What the services say to each other: records, value types, typed topics, the partitioner and the
 * one codec. Nothing here does I/O; everything here is on the wire, and once data exists it stays.
 */
@NullMarked
package io.tocsin.contracts.events;

import org.jspecify.annotations.NullMarked;
