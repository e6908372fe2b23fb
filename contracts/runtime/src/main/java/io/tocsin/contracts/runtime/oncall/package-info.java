/** Who is on call where only a provider knows it: asked every minute, the last answer kept. */
@NullMarked
package io.tocsin.contracts.runtime.oncall;

import org.jspecify.annotations.NullMarked;
