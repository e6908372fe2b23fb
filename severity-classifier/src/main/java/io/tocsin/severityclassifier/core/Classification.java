package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.ClassifiedAlert;
import org.jspecify.annotations.Nullable;

/**
 * What the classifier says of one record.
 *
 * @param route what to remember of the alert; null to leave the store as it is
 */
public record Classification(ClassifiedAlert alert, @Nullable Route route) {}
