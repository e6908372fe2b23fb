/** A history made ready to be asked: by incident, page, alert and time. */
@NullMarked
package io.tocsin.chaos.core.evidence;

import org.jspecify.annotations.NullMarked;
