/** What is written down of a run. */
@NullMarked
package io.tocsin.chaos.edge.record;

import org.jspecify.annotations.NullMarked;
