/** What all of AWS's messages have in common. */
@NullMarked
package io.tocsin.alertingest.core.aws;

import org.jspecify.annotations.NullMarked;
