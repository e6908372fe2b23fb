/** What goes wrong, planned from a seed. */
@NullMarked
package io.tocsin.chaos.edge.nemesis;

import org.jspecify.annotations.NullMarked;
