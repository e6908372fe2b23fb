package io.tocsin.contracts.events;

/**
 * What an incident is about.
 *
 * @param occurrence how many incidents of this grouping key there were, this one included
 * @param service the catalog's name, or {@code unknown}
 * @param title as the first alert or the declaring person said it; never shown to the public
 * @param origin the wire format of the first alert, or {@code declared}
 */
public record Subject(
    GroupingKey groupingKey,
    int occurrence,
    String service,
    String environment,
    String title,
    String origin) {}
