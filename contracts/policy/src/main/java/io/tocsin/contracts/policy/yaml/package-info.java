/**
 * Policy files as records: each key a component, each mistake reported at its place with a remedy,
 * all of them at once. The same records give the JSON Schemas for editors.
 */
@NullMarked
package io.tocsin.contracts.policy.yaml;

import org.jspecify.annotations.NullMarked;
