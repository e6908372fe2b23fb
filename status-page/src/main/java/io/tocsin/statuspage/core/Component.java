package io.tocsin.statuspage.core;

/**
 * A public service.
 *
 * @param service the catalog's name; never shown
 * @param title as the public reads it
 * @param position from 1, as the page lists it
 */
public record Component(String service, String title, int position) {

  public String id() {
    return PublicId.of("component", service);
  }
}
