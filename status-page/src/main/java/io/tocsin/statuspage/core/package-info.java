/**
 * What the public may know: which incidents, in which words, how bad, since when. No clock, no I/O.
 */
@NullMarked
package io.tocsin.statuspage.core;

import org.jspecify.annotations.NullMarked;
