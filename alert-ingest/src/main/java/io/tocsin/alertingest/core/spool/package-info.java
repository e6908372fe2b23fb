/** How the spool and what it holds are judged. */
@NullMarked
package io.tocsin.alertingest.core.spool;

import org.jspecify.annotations.NullMarked;
