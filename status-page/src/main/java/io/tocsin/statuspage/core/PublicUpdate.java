package io.tocsin.statuspage.core;

import java.time.Instant;

/**
 * What the public is told when a phase begins: the same for people, machines and feeds.
 *
 * @param before how the component did until then
 * @param after what the incident made of it
 */
public record PublicUpdate(
    Phase phase, Instant at, String body, ComponentStatus before, ComponentStatus after) {}
