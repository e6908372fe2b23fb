/** SNS's envelope: what it says, what was signed, and who may have signed it. */
@NullMarked
package io.tocsin.alertingest.core.sns;

import org.jspecify.annotations.NullMarked;
