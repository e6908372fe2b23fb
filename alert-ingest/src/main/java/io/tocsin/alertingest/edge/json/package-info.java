/** Reads JSON and forms into plain values. */
@NullMarked
package io.tocsin.alertingest.edge.json;

import org.jspecify.annotations.NullMarked;
