package io.tocsin.statuspage.edge.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML 1.0 as it is written: everything is escaped by the JDK's writer, and characters that XML
 * cannot hold become U+FFFD, or one of them would make a whole feed unreadable.
 */
final class XmlText {
  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter writer;

  XmlText() {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element, open until its {@link #end}. */
  XmlText begin(String element) {
    return write(() -> writer.writeStartElement(element));
  }

  /** An element without content; only attributes follow. */
  XmlText empty(String element) {
    return write(() -> writer.writeEmptyElement(element));
  }

  XmlText attribute(String name, String value) {
    return write(() -> writer.writeAttribute(name, legal(value)));
  }

  XmlText text(String value) {
    return write(() -> writer.writeCharacters(legal(value)));
  }

  /** An element that holds only text. */
  XmlText text(String element, String value) {
    return begin(element).text(value).end();
  }

  XmlText end() {
    return write(writer::writeEndElement);
  }

  byte[] bytes() {
    write(writer::writeEndDocument);
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String legal(String text) {
    return text.codePoints()
        .map(point -> isLegal(point) ? point : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point < 0xD800)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
