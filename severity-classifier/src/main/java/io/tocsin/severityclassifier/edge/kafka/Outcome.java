package io.tocsin.severityclassifier.edge.kafka;

/**
 * One record on its way out.
 *
 * @param readable whether {@code bytes} are a classified alert; else they are a dead letter
 */
record Outcome(boolean readable, byte[] bytes) {}
