/** What arrived, kept in memory and in a file. */
@NullMarked
package io.tocsin.sandbox.edge.disk;

import org.jspecify.annotations.NullMarked;
