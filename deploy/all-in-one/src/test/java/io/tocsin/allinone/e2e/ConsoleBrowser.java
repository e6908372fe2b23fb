package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Somebody at the console, with a real browser: reads what is shown, presses and types. */
final class ConsoleBrowser implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Held, or its level would be forgotten: it warns of every Chromium newer than itself. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;
  private final String url;

  ConsoleBrowser(String url) {
    this.url = url;
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(NeedsChromium.program("chromium").orElseThrow().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--window-size=1000,1400", "--disable-background-networking");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(NeedsChromium.program("chromedriver").orElseThrow().toFile())
                .build(),
            options);
  }

  /** Opens the page {@code hash} of the console, as {@code #/declare}. */
  void open(String hash) {
    driver.get(url + "/" + hash);
  }

  void signIn(String token) {
    type("Your token", token);
    press("Sign in");
  }

  /** Waits until the page says all of {@code words}. */
  void sees(String... words) {
    await(String.join(", ", words))
        .atMost(SOON)
        .ignoreException(StaleElementReferenceException.class)
        .untilAsserted(() -> assertThat(text()).contains(words));
  }

  /** Waits until the page says {@code words} no more. */
  void sees(String words, boolean still) {
    await(words)
        .atMost(SOON)
        .ignoreException(StaleElementReferenceException.class)
        .until(() -> text().contains(words) == still);
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Presses the button or link named {@code name}, once there is one. */
  void press(String name) {
    press(name, "");
  }

  /** The same in the row of {@code incident} in the list. */
  void pressAt(String incident, String name) {
    press(name, "//li[a[@id='open-" + incident + "']]");
  }

  private void press(String name, String place) {
    await(name)
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> {
              named(name, place).click();
              return true;
            });
  }

  /** The topmost that can be seen: a dialog's before the page's. */
  private WebElement named(String name, String place) {
    List<WebElement> found =
        driver.findElements(
            By.xpath(
                "%s//*[self::button or self::a][normalize-space()='%s']".formatted(place, name)));
    return found.stream()
        .filter(WebElement::isDisplayed)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Types into the field whose label is {@code label}. */
  void type(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  void choose(String label, String option) {
    field(label).findElement(By.xpath("option[.='%s']".formatted(option))).click();
  }

  private WebElement field(String label) {
    return await(label)
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () ->
                driver.findElement(
                    By.id(
                        driver
                            .findElement(By.xpath("//label[.='%s']".formatted(label)))
                            .getDomAttribute("for"))),
            WebElement::isDisplayed);
  }

  /** How many elements of the page are {@code selector}. */
  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  String title() {
    return driver.getTitle();
  }

  /** Takes the browser's network away, or gives it back. */
  void offline(boolean away) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** What is sent next is done, and its answer is lost on the way. */
  void loseTheNextAnswer() {
    driver.executeScript(
        """
        const real = window.fetch;
        window.fetch = async (where, options) => {
          const answer = await real(where, options);
          if (options.method !== 'POST') {
            return answer;
          }
          window.fetch = real;
          throw new TypeError('lost on the way');
        };
        """);
  }

  /** What the browser itself found wrong with the pages. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
