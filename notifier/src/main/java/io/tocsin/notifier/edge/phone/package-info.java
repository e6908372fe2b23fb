/** The telephone, by Twilio: calls that ask for a key, texts, and what people answer. */
@NullMarked
package io.tocsin.notifier.edge.phone;

import org.jspecify.annotations.NullMarked;
