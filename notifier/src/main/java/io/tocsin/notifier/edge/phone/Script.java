package io.tocsin.notifier.edge.phone;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** What is said on the phone, and what is asked, as TwiML. */
final class Script {
  /** Twilio's limit for what comes with a call. */
  static final int LIMIT = 4_000;

  private static final String KEYS =
      " Press 1 to acknowledge. Press 2 to have the next person called. Press 9 to hear it again.";
  private static final String NO_KEY = "No key was pressed. Somebody else is called. Goodbye.";
  private static final int PATIENCE_SECONDS = 8;
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final String callbacks;

  /**
   * @param callbacks the address before {@code /callbacks/phone/…}
   */
  Script(String callbacks) {
    this.callbacks = callbacks;
  }

  /** The page, said twice, and the keys (RUN-08.2). */
  String page(String words, CallTag tag) {
    String script = asking(words + (ends(words) ? "" : ".") + KEYS, tag);
    for (int keep = words.length(); script.length() > LIMIT && keep > 0; ) {
      keep = Math.max(0, keep - 100);
      int end = keep > 0 && Character.isHighSurrogate(words.charAt(keep - 1)) ? keep - 1 : keep;
      script = asking(words.substring(0, end) + " …" + KEYS, tag);
    }
    return script;
  }

  /** The same where only the incident's name is known. */
  String pageAgain(@Nullable String words, CallTag tag) {
    return page(words == null ? "Incident " + tag.incident() : words, tag);
  }

  /** One sentence, and the end of the call. */
  String goodbye(String words) {
    return written(
        xml -> {
          say(xml, words, 1);
          xml.writeEmptyElement("Hangup");
        });
  }

  /** Goes on with the page from its beginning. */
  String again(CallTag tag) {
    return written(xml -> follow(xml, tag));
  }

  /** That key means nothing; the page again. */
  String again(String words, CallTag tag) {
    return written(
        xml -> {
          say(xml, words, 1);
          follow(xml, tag);
        });
  }

  /** The answer to a text. */
  String text(String words) {
    return written(
        xml -> {
          xml.writeStartElement("Message");
          xml.writeCharacters(clean(words));
          xml.writeEndElement();
        });
  }

  /** Nothing is answered. */
  String nothing() {
    return written(xml -> {});
  }

  private String asking(String words, CallTag tag) {
    return written(
        xml -> {
          xml.writeStartElement("Gather");
          xml.writeAttribute("numDigits", "1");
          xml.writeAttribute("timeout", Integer.toString(PATIENCE_SECONDS));
          xml.writeAttribute("method", "POST");
          xml.writeAttribute("action", callbacks + "/callbacks/phone/gather" + tag.query());
          say(xml, words, 2);
          xml.writeEndElement();
          say(xml, NO_KEY, 1);
        });
  }

  private void follow(XMLStreamWriter xml, CallTag tag) throws XMLStreamException {
    xml.writeStartElement("Redirect");
    xml.writeAttribute("method", "POST");
    xml.writeCharacters(callbacks + "/callbacks/phone/voice" + tag.query());
    xml.writeEndElement();
  }

  private static void say(XMLStreamWriter xml, String words, int times) throws XMLStreamException {
    xml.writeStartElement("Say");
    xml.writeAttribute("language", "en-US");
    if (times > 1) {
      xml.writeAttribute("loop", Integer.toString(times));
    }
    xml.writeCharacters(clean(words));
    xml.writeEndElement();
  }

  private static boolean ends(String words) {
    return words.matches("(?s).*[.!?]\\s*");
  }

  private static String clean(String words) {
    return NOT_XML.matcher(words).replaceAll("");
  }

  private static String written(Part part) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartElement("Response");
      part.write(xml);
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory can be written", e);
    }
    return text.toString();
  }

  private interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }
}
