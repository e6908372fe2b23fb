/** The operator API: what people ask of incidents, and the engine's answer to it. */
@NullMarked
package io.tocsin.escalationengine.edge.http;

import org.jspecify.annotations.NullMarked;
