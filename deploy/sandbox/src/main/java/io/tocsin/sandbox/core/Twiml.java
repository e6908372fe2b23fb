package io.tocsin.sandbox.core;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What is said and asked on the phone.
 *
 * @param says each sentence, in order
 * @param asks those of them that are said while a key is waited for
 * @param action where a pressed key goes; empty where none is asked for
 * @param redirect where it goes on; empty where it ends here
 * @param texts what is answered to a text
 */
public record Twiml(
    List<String> says, List<String> asks, String action, String redirect, List<String> texts) {

  /** Reads a document; empty where it is none, or none of Twilio's. */
  public static Optional<Twiml> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      Document document = builder.parse(new InputSource(new StringReader(xml)));
      return document.getDocumentElement().getTagName().equals("Response")
          ? Optional.of(of(document))
          : Optional.empty();
    } catch (SAXException notXml) {
      return Optional.empty();
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("every Java runtime reads XML from memory", e);
    }
  }

  private static Twiml of(Document document) {
    NodeList gathers = document.getElementsByTagName("Gather");
    return new Twiml(
        words(document.getElementsByTagName("Say")),
        gathers.getLength() == 0
            ? List.of()
            : words(((Element) gathers.item(0)).getElementsByTagName("Say")),
        gathers.getLength() == 0 ? "" : ((Element) gathers.item(0)).getAttribute("action"),
        words(document.getElementsByTagName("Redirect")).stream()
            .findFirst()
            .map(String::strip)
            .orElse(""),
        words(document.getElementsByTagName("Message")));
  }

  private static List<String> words(NodeList elements) {
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> elements.item(i).getTextContent())
        .toList();
  }

  /** The default one writes to standard error. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
