/** EventBridge's events, as an API destination posts them (RUN-03.1b). */
@NullMarked
package io.tocsin.alertingest.core.eventbridge;

import org.jspecify.annotations.NullMarked;
