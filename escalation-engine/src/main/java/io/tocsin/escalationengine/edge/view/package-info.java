/**
 * What the operator API knows of the incidents: a read-committed copy of the engine's topics, fed
 * by a consumer of its own.
 */
@NullMarked
package io.tocsin.escalationengine.edge.view;

import org.jspecify.annotations.NullMarked;
