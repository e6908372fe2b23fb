/** The pages: what each receiver sees, and what people do there. */
@NullMarked
package io.tocsin.sandbox.edge.page;

import org.jspecify.annotations.NullMarked;
