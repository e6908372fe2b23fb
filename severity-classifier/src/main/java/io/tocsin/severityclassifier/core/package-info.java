/** Where an alert goes and how severe it is: pure functions of the alert, the policy and time. */
@NullMarked
package io.tocsin.severityclassifier.core;

import org.jspecify.annotations.NullMarked;
