/** The public status page: a read model of {@code incidents} that is served whatever else fails. */
@NullMarked
package io.tocsin.statuspage;

import org.jspecify.annotations.NullMarked;
