@NullMarked
package io.tocsin.contracts.policy.yaml;

import org.jspecify.annotations.NullMarked;
