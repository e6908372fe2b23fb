/** CloudWatch's alarms, by way of SNS (RUN-03.1b) and in EventBridge's form. */
@NullMarked
package io.tocsin.alertingest.core.cloudwatch;

import org.jspecify.annotations.NullMarked;
