package io.tocsin.chaos.edge.plan;

/**
 * What alerts are about: those of one case are one incident while it is open.
 *
 * @param name with the seed in it, so that no other run has it
 * @param team the code of the sender's team
 * @param service from the shipped catalog
 * @param trouble decides the level by the shipped rules
 */
public record Case(String name, String team, String service, String trouble) {}
